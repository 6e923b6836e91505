package io.hjx.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.api.Client;
import io.hjx.api.Handler;
import io.hjx.api.Handles;
import io.hjx.api.Init;
import io.hjx.api.Observer;
import io.hjx.api.OnEvent;
import io.hjx.api.Store;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import java.io.Reader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JavaComponentsTest {

    @Handles("Orders")
    @DeclareRoles("auditor")
    static class Orders {
        record Draft(String title, List<Long> lines) {}

        @Handler
        void create(Draft draft, LocalDate due, List<Draft> others, Map<String, Integer> more, Optional<String> note) {}

        @Handler("release")
        @RolesAllowed("boss")
        void approve(long id, Client by, Store store) {}

        @OnEvent("seen")
        void seen(Object what) {}

        @Init
        void begin(String key, Store.Draft draft) {}

        @Observer
        void changed(Integer event, Store.Draft draft) {}

        void plain(Reader anything) {}
    }

    @Handles("Orders")
    static class MoreOrders {
        @Handler
        void create() {}
    }

    @Handles("Bad")
    static class Bad {
        @Handler
        @SuppressWarnings("UnusedMethod") // That it cannot be called is the fault
        private void hidden() {}

        @Handler
        static void shared() {}

        @Handler
        int counts() {
            return 0;
        }

        @Handler
        void reads(Reader reader) {}

        @Handler
        void view() {}

        @Handler
        @Init
        void both() {}

        @Init
        void begins(Client by) {}

        @Observer
        void observes(Store.Draft draft) {}
    }

    @Handles("Empty")
    static class Empty {}

    private static JavaComponents read(Object... beans) {
        return JavaComponents.of(Arrays.stream(beans).map(PlainBean::new).toList());
    }

    @Test
    void names_areThoseOfHandlersAndListeners() {
        JavaComponents components = read(new Orders());
        assertThat(components.names("Orders")).containsExactly("create", "release", "seen");
        assertThat(components.names("Other")).isEmpty();
        assertThat(components.roles()).containsExactly("auditor", "boss");
        assertThat(components.observed()).containsExactly(Integer.class);
    }

    @Test
    void twoHandlers_ofOneName_areRefused() {
        assertThatThrownBy(() -> read(new Orders(), new MoreOrders()))
                .isInstanceOf(BeanDefinitionException.class)
                .hasMessageContaining("`Orders` has two handlers `create` in Java: MoreOrders.create and Orders.create;"
                        + " call one otherwise with @Handler(\"…\")");
    }

    @Test
    void everyMistake_isToldAtOnce() {
        assertThatThrownBy(() -> read(new Bad(), new Empty()))
                .isInstanceOf(BeanDefinitionException.class)
                .hasMessageContaining(".hidden` is private, static or final")
                .hasMessageContaining(".shared` is private, static or final")
                .hasMessageContaining(".counts` returns something")
                .hasMessageContaining(".reads` takes a java.io.Reader, which cannot be made of JSON")
                .hasMessageContaining("cannot be a handler called `view`")
                .hasMessageContaining(".both` is marked as several things at once")
                .hasMessageContaining(".begins` asks for a Client, and nobody acts when it is called")
                .hasMessageContaining(".observes` observes nothing")
                .hasMessageContaining("Empty` adds nothing to `Empty`");
    }
}
