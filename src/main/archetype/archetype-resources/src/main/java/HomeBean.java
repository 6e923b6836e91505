package ${package};

import io.hjx.api.Handles;
import io.hjx.api.Init;
import io.hjx.api.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** What {@code Home.hjx} has of Java: a method with {@code @Handler} would be a further handler of it. */
@ApplicationScoped
@Handles("Home")
public class HomeBean {

    @Init
    void begin(Store.Draft names) {
        names.set("since", LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS));
    }
}
