package io.hjx.lang.analyze;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names of elements: HTML's living standard without what it calls obsolete, SVG 2's, and the language's own. */
public final class HtmlElements {

    /** {@code view}, {@code text} and {@code checkbox} stand for HTML elements; {@code slot} is filled by a parent. */
    private static final Set<String> OWN = words("view text checkbox slot");

    private static final Set<String> HTML =
            words("a abbr address area article aside audio b bdi bdo blockquote br button canvas caption"
                    + " cite code col colgroup data datalist dd del details dfn dialog div dl dt em fieldset"
                    + " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd"
                    + " label legend li main map mark menu meter nav ol optgroup option output p picture pre"
                    + " progress q rp rt ruby s samp search section select small source span strong sub summary"
                    + " sup svg table tbody td template textarea tfoot th thead time tr track u ul var video wbr");

    private static final Set<String> SVG = words("a animate animateMotion animateTransform circle clipPath defs desc"
            + " ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting"
            + " feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur"
            + " feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile"
            + " feTurbulence filter foreignObject g image line linearGradient marker mask metadata mpath path pattern"
            + " polygon polyline radialGradient rect set stop svg switch symbol text textPath title tspan use view");

    private static final Set<String> REFUSED = words("script style iframe object embed base link meta");

    private static final Set<String> VOID =
            words("area base br checkbox col embed hr img input link meta source track wbr");

    private HtmlElements() {}

    private static Set<String> words(String text) {
        return new LinkedHashSet<>(Arrays.asList(text.split(" ")));
    }

    /** True for a tag that stands for an HTML element or a slot; custom elements and aliases are not among them. */
    static boolean known(String tag) {
        return HTML.contains(tag) || OWN.contains(tag);
    }

    static boolean knownInSvg(String tag) {
        return SVG.contains(tag);
    }

    /** A name with a dash: an element that the page itself defines. */
    static boolean custom(String tag) {
        return tag.indexOf('-') > 0;
    }

    static boolean refused(String tag) {
        return REFUSED.contains(tag);
    }

    static boolean isVoid(String tag) {
        return VOID.contains(tag);
    }

    /** The tags that a place knows, for hints. */
    static Set<String> names(boolean svg) {
        Set<String> names = new LinkedHashSet<>(svg ? SVG : HTML);
        if (!svg) {
            names.addAll(OWN);
        }
        return names;
    }

    /** The element that a tag stands for: {@code div} for {@code view}. */
    public static String html(String tag) {
        return switch (tag) {
            case "view" -> "div";
            case "text" -> "span";
            case "checkbox" -> "input";
            default -> tag;
        };
    }
}
