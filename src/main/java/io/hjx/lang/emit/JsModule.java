package io.hjx.lang.emit;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.Vocabulary;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A module while it is written: its constants, helpers and blocks. Confined to one emitter. */
final class JsModule {

    /** A use of {@code expr.js}, which modules call {@code $}. */
    private static final Pattern EXPRESSIONS = Pattern.compile("(?<![\\w$])\\$\\.");

    /** A use of what {@code operators.js} does not have. */
    private static final Pattern METHODS = Pattern.compile("(?<![\\w$])\\$\\.(?:call|method)\\(");

    private final ComponentModel component;
    private final Bits bits;
    private final TreeSet<String> helpers =
            new TreeSet<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
    private final List<String> blocks = new ArrayList<>();
    private final Map<String, Integer> blockNumbers = new HashMap<>();
    private final Map<String, String> imports = new LinkedHashMap<>();
    private boolean usesExpressions;
    private boolean usesMethods;

    JsModule(ComponentModel component) {
        this.component = component;
        this.bits = new Bits(component);
    }

    ComponentModel component() {
        return component;
    }

    Bits bits() {
        return bits;
    }

    /** The name of something that {@code dom.js} exports, imported from now on. */
    String helper(String name) {
        helpers.add(name);
        return name;
    }

    /** Every helper that the module uses. */
    List<String> helpers() {
        return List.copyOf(helpers);
    }

    /** The name for a new block of a kind. */
    String blockName(String kind) {
        return kind + blockNumbers.merge(kind, 1, Integer::sum);
    }

    void add(String block) {
        blocks.add(block);
    }

    List<String> blocks() {
        return blocks;
    }

    /** What an imported component is called in the module. */
    String imported(String alias) {
        return imports.computeIfAbsent(alias, JsModule::identifier);
    }

    /** The imported components' identifiers by alias, those that are used. */
    Map<String, String> imports() {
        return imports;
    }

    /** Only what looks like a component's name is sure not to be one of ours. */
    private static String identifier(String alias) {
        boolean plain = alias.matches("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*") && !Vocabulary.GLOBALS.contains(alias);
        return plain ? alias : alias + "$";
    }

    /**
     * An expression as JavaScript.
     *
     * @param names what a free name is called in the module; null for what is no name of the component
     */
    String expression(Expr expr, Function<String, @Nullable String> names) {
        String text = JsExpressionEmitter.marked(names).emit(expr);
        usesExpressions |= EXPRESSIONS.matcher(text).find();
        usesMethods |= METHODS.matcher(text).find();
        return text;
    }

    boolean usesExpressions() {
        return usesExpressions;
    }

    /** The module of the browser runtime that has all functions which the expressions use. */
    String expressionModule() {
        return usesMethods ? "expr.js" : "operators.js";
    }

    /** Where something stands, as a string literal. */
    String place(Span span) {
        return JsText.string(
                component.source().path() + ":" + component.source().position(span.start()));
    }

    /** True where an expression can fail; the others need no guard. */
    static boolean canFail(Expr expr) {
        return expr.accept(new Fallible());
    }
}
