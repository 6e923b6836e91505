package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.DiagnosticCode;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds properties and methods that the values in front of them cannot have.
 *
 * <p>What a name of the state holds is not known for certain, since parents, handlers and scripts write to it. But it
 * is JSON, so it has no methods of its own; and a property that is nearly {@code length} is a typo.
 */
record MemberChecks(NameMeanings names, KindFinder kinds, DeclaredKinds declared, Report report)
        implements ExpressionCheck {

    /** Keys that lead nowhere instead of failing. */
    private static final Set<String> NOWHERE = Set.of("constructor", "prototype", "__proto__");

    private static final Set<String> LENGTH = Set.of("length");

    @Override
    public void check(Expr expr, Role role) {
        if (!(expr instanceof Expr.MemberExpr member)) {
            return;
        }
        if (role == Role.CALLED) {
            checkMethod(member);
        } else if (role == Role.VALUE) {
            checkProperty(member);
        }
    }

    private void checkMethod(Expr.MemberExpr member) {
        String name = member.property().text();
        Set<String> own = own(member);
        ValueKind kind = kinds.of(member.object());
        if (own != null) {
            checkOwn(member, own);
        } else if (BuiltInMembers.methods(kind).contains(name)) {
            return;
        } else if (kind.closed()) {
            report(member, lacks(kind, "method"), help(name, BuiltInMembers.methods(kind)));
        } else if (kind != ValueKind.OBJECT && isData(member.object())) {
            checkMethodOfData(member);
        }
    }

    /** A method that no kind of value has. */
    private void checkMethodOfData(Expr.MemberExpr member) {
        boolean list = declared.of(member.object()) == ValueKind.LIST && !declared.mayChange(member.object());
        ValueKind kind = list ? ValueKind.LIST : ValueKind.UNKNOWN;
        String help = help(member.property().text(), BuiltInMembers.methods(kind));
        if (help != null) {
            report(member, list ? lacks(kind, "method") : "no value has such a method", help);
        }
    }

    /** True for a part of the state or of what a client sent, in which no function can be. */
    private boolean isData(Expr expr) {
        if (expr instanceof Expr.MemberExpr member) {
            return isData(member.object());
        }
        if (expr instanceof Expr.IndexExpr index) {
            return isData(index.object());
        }
        if (expr instanceof Expr.CallExpr call) {
            return isData(call.callee()) && call.arguments().stream().allMatch(this::bringsNoFunction);
        }
        return expr instanceof Expr.ChainExpr chain ? isData(chain.chain()) : names.isData(expr);
    }

    private boolean bringsNoFunction(Expr argument) {
        ValueKind kind = kinds.of(argument);
        return (kind.closed() && kind != ValueKind.LIST) || isData(argument);
    }

    private void checkProperty(Expr.MemberExpr member) {
        String name = member.property().text();
        Set<String> own = own(member);
        ValueKind kind = kinds.of(member.object());
        if (own != null) {
            checkOwn(member, own);
        } else if (kind.closed() && !hasProperty(kind, name)) {
            String call = BuiltInMembers.methods(kind).contains(name) ? callIt(name) : null;
            report(member, lacks(kind, "property"), call != null ? call : help(name, properties(kind)));
        } else if (!kind.closed() && !hasProperty(ValueKind.LIST, name)) {
            checkPropertyOfDeclared(member, declared.of(member.object()));
        }
    }

    private void checkPropertyOfDeclared(Expr.MemberExpr member, ValueKind kind) {
        String name = member.property().text();
        boolean mayChange = declared.mayChange(member.object());
        if (kind == ValueKind.LIST || kind == ValueKind.STRING) {
            String near = report.near(name, LENGTH);
            if (near != null) {
                DiagnosticCode code = mayChange ? DiagnosticCode.UNKNOWN_FIELD : DiagnosticCode.UNKNOWN_MEMBER;
                report(code, member, lacks(kind, "property"), Report.meant(near));
            } else if (kind == ValueKind.LIST && !mayChange) {
                warnOfListMember(member);
            }
        }
    }

    /** What is declared as a list may get an object from a parent, so that this is no error. */
    private void warnOfListMember(Expr.MemberExpr member) {
        String name = member.property().text();
        boolean method = BuiltInMembers.methods(ValueKind.LIST).contains(name);
        String help = method ? callIt(name) : BuiltInMembers.advice(name);
        if (help != null) {
            report(DiagnosticCode.UNKNOWN_FIELD, member, lacks(ValueKind.LIST, "property"), help);
        }
    }

    private static String callIt(String method) {
        return "call it: `" + method + "(…)`";
    }

    private static boolean hasProperty(ValueKind kind, String name) {
        return properties(kind).contains(name) || NOWHERE.contains(name);
    }

    private static Set<String> properties(ValueKind kind) {
        return kind == ValueKind.STRING || kind == ValueKind.LIST ? LENGTH : Set.of();
    }

    /** A member of {@code Math}, {@code event} and their like. */
    private void checkOwn(Expr.MemberExpr member, Set<String> own) {
        String name = member.property().text();
        String holder = String.valueOf(names.builtIn(member.object()));
        boolean value = BuiltInMembers.ofBuiltIn(holder) != null;
        boolean common = value && BuiltInMembers.methods(ValueKind.OBJECT).contains(name);
        if (own.contains(name) || common || NOWHERE.contains(name)) {
            return;
        }
        String help = help(name, own);
        String all = value ? "it has " + String.join(", ", own) : null;
        report(member, "`" + holder + "` has no such member", help != null ? help : all);
    }

    private @Nullable Set<String> own(Expr.MemberExpr member) {
        String holder = names.builtIn(member.object());
        if (holder == null) {
            return null;
        }
        Set<String> namespace = BuiltInMembers.ofNamespace(holder);
        return namespace != null ? namespace : BuiltInMembers.ofBuiltIn(holder);
    }

    private @Nullable String help(String name, Collection<String> known) {
        String advice = BuiltInMembers.advice(name);
        return advice != null ? advice : Report.meant(report.near(name, known));
    }

    private static String lacks(ValueKind kind, String what) {
        return kind.wording() + " has no such " + what;
    }

    private void report(Expr.MemberExpr member, String label, @Nullable String help) {
        report(DiagnosticCode.UNKNOWN_MEMBER, member, label, help);
    }

    private void report(DiagnosticCode code, Expr.MemberExpr member, String label, @Nullable String help) {
        Name property = member.property();
        report.add(code, property.span(), label, help, property.text());
    }
}
