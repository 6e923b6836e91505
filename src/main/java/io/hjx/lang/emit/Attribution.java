package io.hjx.lang.emit;

import io.hjx.lang.ast.Element.ClassToggle;
import io.hjx.lang.ast.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an element is given besides its tag. Immutable. */
sealed interface Attribution {

    /** The name of the attribute or property. */
    String name();

    /** True where it is part of the template, and nothing has to write it on the page. */
    default boolean inTemplate() {
        return false;
    }

    /** An attribute that never changes. Templates have none with a namespace. */
    record Fixed(String name, String value) implements Attribution {

        @Override
        public boolean inTemplate() {
            return !name.equals("xlink:href");
        }
    }

    /**
     * An attribute with interpolations.
     *
     * @param address true where the value is an address that must not run code
     */
    record Dynamic(String name, Template value, boolean address) implements Attribution {}

    /** {@code value}, {@code checked} or {@code selected} of a form control: the property, not the attribute. */
    record Property(String name, Template value) implements Attribution {}

    /**
     * The class names, where some of them can change.
     *
     * @param fixed those that stay
     * @param attribute the {@code class="…"} attribute, or null
     */
    record Classes(List<String> fixed, @Nullable Template attribute, List<ClassToggle> toggles) implements Attribution {

        @Override
        public String name() {
            return "class";
        }
    }

    /** A {@code style} attribute with interpolations, by declaration. */
    record Style(List<Declaration> declarations) implements Attribution {

        @Override
        public String name() {
            return "style";
        }
    }

    /** One declaration of a {@code style} attribute. */
    record Declaration(String property, Template value) {}
}
