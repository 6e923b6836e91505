package io.hjx.test;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What belongs together in a form. Stateless. */
final class Form {

    private Form() {}

    /** The form around an element, or null. */
    static @Nullable Node around(Node inside) {
        return inside.closest(outer -> outer.tag().equals("form"));
    }

    /** The first field without which a browser does not send the form; null where there is none. */
    static @Nullable Node firstMissing(Node form) {
        if (form.has("novalidate")) {
            return null;
        }
        return form.all()
                .filter(field -> Fields.isField(field) && field.has("required"))
                .filter(field -> Fields.isCheck(field)
                        ? !field.has("checked")
                        : Fields.text(field).isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The other radio buttons of which one is on at a time. */
    static List<Node> otherRadios(Node radio) {
        String group = radio.attribute("name");
        return radio.root()
                .all()
                .filter(other -> other.type().equals("radio") && group != null && group.equals(other.attribute("name")))
                .filter(other -> other != radio && around(other) == around(radio))
                .toList();
    }
}
