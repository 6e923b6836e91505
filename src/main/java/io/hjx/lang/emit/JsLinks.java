package io.hjx.lang.emit;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.emit.JsWriter.Code;
import io.hjx.lang.eval.Builtin;
import io.hjx.lang.eval.Builtins;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes members, calls and chains of them. Confined to the emitting thread.
 *
 * <p>A chain is written from its innermost object outwards; what stands behind a {@code ?.} goes into a function that
 * is called only where there is an object. A chain without calls needs none: reading from nothing gives
 * {@code undefined}.
 */
final class JsLinks {

    /** The methods that lists alone have, and that are JavaScript's own: these need no look at what the object is. */
    private static final Set<String> OF_LISTS = Set.of(
            "every",
            "filter",
            "find",
            "findIndex",
            "findLast",
            "findLastIndex",
            "flatMap",
            "forEach",
            "map",
            "reduce",
            "reduceRight",
            "some",
            "toSpliced",
            "with");

    private final JsWriter writer;
    private boolean calls;

    JsLinks(JsWriter writer) {
        this.writer = writer;
    }

    Code write(Expr expr) {
        calls = hasCall(expr);
        return link(expr, UnaryOperator.identity());
    }

    private static boolean hasCall(Expr expr) {
        if (expr instanceof Expr.MemberExpr member) {
            return hasCall(member.object());
        }
        return expr instanceof Expr.IndexExpr index ? hasCall(index.object()) : expr instanceof Expr.CallExpr;
    }

    /** Writes a link and then, by {@code rest}, the links that follow it. */
    private Code link(Expr expr, UnaryOperator<Code> rest) {
        if (expr instanceof Expr.MemberExpr member) {
            return member(member, rest);
        }
        if (expr instanceof Expr.IndexExpr index) {
            String key = writer.write(index.index(), JsWriter.ASSIGNMENT);
            return step(index.object(), index.optional(), object -> rest.apply(help("get", object.text(), key)));
        }
        return expr instanceof Expr.CallExpr call ? call(call, rest) : rest.apply(expr.accept(writer));
    }

    /** Writes an object and then, by {@code rest}, what follows it, which may depend on there being an object. */
    private Code step(Expr object, boolean optional, UnaryOperator<Code> rest) {
        return link(object, optional && calls ? code -> onlyIf(code, rest) : rest);
    }

    private Code onlyIf(Code object, UnaryOperator<Code> rest) {
        String name = writer.fresh();
        return help(
                "opt",
                object.text(),
                name + " => " + rest.apply(new Code(name, JsWriter.LINK)).text());
    }

    private Code help(String function, String... arguments) {
        return writer.help(function, arguments);
    }

    private static String tight(Code code) {
        return code.precedence() < JsWriter.LINK ? "(" + code.text() + ")" : code.text();
    }

    private Code member(Expr.MemberExpr expr, UnaryOperator<Code> rest) {
        String name = expr.property().text();
        if (isGlobal(expr.object())) {
            return rest.apply(new Code(staticMember(((Expr.Identifier) expr.object()).name(), name), JsWriter.LINK));
        }
        return step(expr.object(), expr.optional(), object -> rest.apply(property(object, name)));
    }

    private Code property(Code object, String name) {
        return JsTypes.isOwnAlways(name)
                ? new Code(tight(object) + "?." + name, JsWriter.LINK)
                : help("get", object.text(), JsWriter.quote(name));
    }

    private boolean isGlobal(Expr expr) {
        return expr instanceof Expr.Identifier identifier && writer.names().apply(identifier.name()) == null;
    }

    private Code call(Expr.CallExpr expr, UnaryOperator<Code> rest) {
        Expr callee = expr.callee();
        if (callee instanceof Expr.MemberExpr member && isGlobal(member.object())) {
            String namespace = ((Expr.Identifier) member.object()).name();
            return rest.apply(globalCall(namespace + "." + member.property(), expr.arguments()));
        }
        if (callee instanceof Expr.MemberExpr member) {
            String name = member.property().text();
            String how = OF_LISTS.contains(name) ? "onList" : "call";
            return step(
                    member.object(),
                    member.optional(),
                    object -> method(how, expr, object, JsWriter.quote(name), rest));
        }
        if (callee instanceof Expr.IndexExpr index) {
            String name = writer.write(index.index(), JsWriter.ASSIGNMENT);
            return step(index.object(), index.optional(), object -> method("call", expr, object, name, rest));
        }
        if (isGlobal(callee)) {
            return rest.apply(globalCall(((Expr.Identifier) callee).name(), expr.arguments()));
        }
        return step(callee, expr.optional(), function -> rest.apply(plainCall(function, expr)));
    }

    private Code plainCall(Code function, Expr.CallExpr expr) {
        return new Code(tight(function) + "(" + writer.list(expr.arguments()) + ")", JsWriter.LINK);
    }

    /** Writes the call of a method, by the function of {@code expr.js} that knows how. */
    private Code method(String how, Expr.CallExpr expr, Code object, String name, UnaryOperator<Code> rest) {
        if (expr.optional()) {
            return onlyIf(help("method", object.text(), name), function -> rest.apply(plainCall(function, expr)));
        }
        String arguments = expr.arguments().isEmpty() ? "" : ", " + writer.list(expr.arguments());
        return rest.apply(help(how, object.text(), name + arguments));
    }

    private Code globalCall(String name, List<Expr> arguments) {
        Builtin builtin = Builtins.globals().get(name);
        if (builtin == null || !writer.reaches(builtin)) {
            return new Code(global(name), JsWriter.LINK);
        }
        if (name.equals("String") && arguments.isEmpty()) {
            return new Code("\"\"", JsWriter.LINK);
        }
        StringBuilder text = new StringBuilder(global(name)).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            text.append(i > 0 ? ", " : "").append(argument(name, i, arguments.get(i)));
        }
        return new Code(text.append(')').toString(), JsWriter.LINK);
    }

    /** Where JavaScript's own function would turn an object into a number or string, the object's text goes in. */
    private String argument(String function, int position, Expr argument) {
        boolean converts = switch (function) {
            case "Number", "parseInt", "parseFloat", "isNaN", "isFinite", "encodeURIComponent" -> true;
            case "Number.parseInt", "Number.parseFloat" -> true;
            case "JSON.parse" -> position == 0;
            case "Object.hasOwn" -> position == 1;
            default -> function.startsWith("Math.") || function.startsWith("String.");
        };
        return converts && !(argument instanceof Expr.SpreadExpr)
                ? writer.primitive(argument, JsWriter.ASSIGNMENT)
                : writer.write(argument, JsWriter.ASSIGNMENT);
    }

    private String staticMember(String namespace, String name) {
        Builtins.Namespace found = Builtins.namespaces().get(namespace);
        if (found == null) {
            return global(namespace);
        }
        if (found.constants().containsKey(name)) {
            return namespace + "." + name;
        }
        return found.functions().containsKey(name) ? global(namespace + "." + name) : "undefined";
    }

    /** A built-in function as a value; what is none fails when it is read. */
    String global(String name) {
        Builtin builtin = Builtins.globals().get(name);
        if (builtin == null) {
            return help("fail", JsWriter.quote("unknown name `" + name + "`")).text();
        }
        if (!writer.reaches(builtin)) {
            return help("fail", JsWriter.quote("`" + name + "` is there in handlers and `computed:` only"))
                    .text();
        }
        return switch (name) {
            case "String" -> writer.helper("str");
            case "Object.assign" -> writer.helper("assign");
            case "uuid" -> writer.helper("uuid");
            default -> name;
        };
    }
}
