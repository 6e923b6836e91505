package io.hjx.cdi;

import io.hjx.embedded.Program;
import io.hjx.example.ChatMessages;
import io.hjx.json.JsonMessageCodec;
import io.hjx.messages.LiveMessageServer;
import io.hjx.messages.Ports;
import io.hjx.websocket.MessageRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Makes the message server. Stateless. */
@ApplicationScoped
public class MessageWiring {

    /** Handlers may wait, for a database or another server: more of them than there are processors. */
    private static final int HANDLER_THREADS = 16;

    /** The threads of the application's handlers. */
    record HandlerThreads(Workers workers) {

        boolean close(Duration patience) throws InterruptedException {
            return workers.close(patience);
        }
    }

    @Produces
    @Singleton
    HandlerThreads handlerThreads(ContainerThreads threads) {
        return new HandlerThreads(new Workers(HANDLER_THREADS, threads.named("message")));
    }

    @Produces
    @Singleton
    LiveMessageServer messages(
            Settings settings,
            SystemTicker ticker,
            Workers workers,
            HandlerThreads handlers,
            Wiring.AnswerThreads answers,
            RequestScope requests,
            Program program) {
        MessageChoices choices = settings.messages();
        LiveMessageServer server = new LiveMessageServer(
                choices.bounds(),
                new Ports(
                        new JsonMessageCodec(),
                        ticker,
                        new RandomIds(),
                        workers,
                        task -> handlers.workers().execute(() -> requests.run(task)),
                        requests::run,
                        answers.workers()));
        program.handlers().forEach(handler -> handler.addTo(server));
        if (choices.example()) {
            server.onUnclaimed(ChatMessages.TYPE, ChatMessages.Said.class, new ChatMessages(server, Clock.systemUTC()));
        }
        return server;
    }

    @Produces
    @Singleton
    MessageRules messageRules(Settings settings, LiveMessageServer server) {
        return new MessageRules(settings.messages().path(), server);
    }
}
