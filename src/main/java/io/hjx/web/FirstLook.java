package io.hjx.web;

import io.hjx.lang.CompiledComponent;
import io.hjx.runtime.RefusedException;
import io.hjx.runtime.spi.Principal;
import java.util.concurrent.CompletionStage;

/** Tells what a new visitor of an instance sees. Thread-safe. */
@FunctionalInterface
public interface FirstLook {

    /**
     * The instance as HTML and as data.
     *
     * @param session the browser session's id, for components of {@code scope session}
     * @return a stage that fails with {@link RefusedException} where this visitor may not see the instance
     */
    CompletionStage<View> look(CompiledComponent component, String key, Principal principal, String session);

    /**
     * What a visitor sees.
     *
     * @param html the component's root element, in which every text is escaped
     * @param data the same as the {@code snapshot} message of {@code hjx.v1}
     */
    record View(String html, String data) {}
}
