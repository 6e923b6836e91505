package io.hjx.lang.analyze;

import java.util.Set;

/** The names of HTML's own attributes, as far as they may stand on the root element of a component. */
final class HtmlAttributes {

    private static final Set<String> KNOWN =
            Set.of(("accept action alt autocomplete autofocus cite class cols colspan content controls"
                            + " coords data datetime dir disabled download draggable enctype for form headers height"
                            + " hidden high href hreflang id inert is itemid itemprop kind label lang list loading"
                            + " loop low max maxlength media method min minlength multiple muted name novalidate"
                            + " open optimum pattern ping placeholder poster preload readonly rel required reversed"
                            + " role rows rowspan scope selected shape size sizes slot span spellcheck src srcset"
                            + " start step style tabindex target title translate type usemap value width wrap")
                    .split(" "));

    private HtmlAttributes() {}

    /** True for an attribute of HTML, and for names with a dash or colon: {@code aria-label}, {@code data-id}. */
    static boolean known(String name) {
        return KNOWN.contains(name) || name.indexOf('-') >= 0 || name.indexOf(':') >= 0;
    }
}
