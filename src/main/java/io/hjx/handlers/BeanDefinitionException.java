package io.hjx.handlers;

import java.util.List;

/** Beans with {@code @Handles} are not as they should be; the message says what is wrong with each, and what to do. */
public final class BeanDefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BeanDefinitionException(List<String> problems) {
        super("Components in Java are not in order:\n  - " + String.join("\n  - ", problems), null, false, false);
    }
}
