package io.hjx.it;

import io.hjx.api.Channel;
import io.hjx.api.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** A channel of an application: answers louder, counts within a request, and does what it is told. */
@ApplicationScoped
public class Megaphone implements Channel {

    private final GreetingCount count;

    /** For CDI's proxy. */
    protected Megaphone() {
        this(null);
    }

    @Inject
    public Megaphone(GreetingCount count) {
        this.count = count;
    }

    @Override
    public String path() {
        return "/loud/megaphone";
    }

    @Override
    public void onConnect(Connection connection) {
        connection.send("WELCOME " + connection.headers().get("x-test") + " " + connection.principal());
    }

    @Override
    public void onMessage(Connection connection, String text) {
        switch (text) {
            case "count" -> {
                count.increment();
                connection.send("COUNT " + count.value());
            }
            case "throw" -> throw new IllegalStateException("as asked");
            case "close" -> {
                connection.send("BYE");
                connection.close();
            }
            default -> connection.send(text.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public void onError(Connection connection, Throwable failure) {
        connection.send("OUCH");
    }
}
