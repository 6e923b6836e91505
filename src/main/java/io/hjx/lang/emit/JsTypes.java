package io.hjx.lang.emit;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Expr.BinaryOperator;
import io.hjx.lang.ast.Expr.Constant;
import java.util.Set;

/** What can be said of an expression's value without evaluating it, and of names. Stateless. */
final class JsTypes {

    /** Names that JSON's values find on their prototypes, today's and proposed ones: read as own properties only. */
    private static final Set<String> INHERITED = Set.of("""
            __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ anchor at big blink
            bold charAt charCodeAt codePointAt concat constructor copyWithin endsWith entries every fill filter
            filterReject find findIndex findLast findLastIndex fixed flat flatMap fontcolor fontsize forEach
            group groupBy groupByToMap groupToMap hasOwnProperty includes indexOf isPrototypeOf isTemplateObject
            isWellFormed italics join keys lastIndexOf length link localeCompare map match matchAll normalize
            padEnd padStart pop propertyIsEnumerable push reduce reduceRight repeat replace replaceAll reverse
            search shift slice small some sort splice split startsWith strike sub substr substring sup
            toExponential toFixed toLocaleLowerCase toLocaleString toLocaleUpperCase toLowerCase toPrecision
            toReversed toSorted toSpliced toString toUpperCase toWellFormed trim trimEnd trimLeft trimRight
            trimStart uniqueBy unshift valueOf values with
            """.split("\\s+"));

    private JsTypes() {}

    /** True where {@code o.name} reads no more than an own property, whatever value {@code o} is. */
    static boolean isOwnAlways(String name) {
        return isName(name) && !INHERITED.contains(name);
    }

    static boolean isName(String text) {
        return text.matches("[\\p{L}_$][\\p{L}\\p{Nd}_$]*");
    }

    static boolean isNullish(Expr expr) {
        return expr instanceof Expr.ConstantLiteral constant
                && (constant.value() == Constant.NULL || constant.value() == Constant.UNDEFINED);
    }

    /** True where the value is certainly no list, object or function. */
    static boolean isPrimitive(Expr expr) {
        if (expr instanceof Expr.BinaryExpr binary) {
            return binary.operator() != BinaryOperator.ADD || isPrimitive(binary.left()) || isPrimitive(binary.right());
        }
        if (expr instanceof Expr.ConditionalExpr conditional) {
            return isPrimitive(conditional.then()) && isPrimitive(conditional.otherwise());
        }
        if (expr instanceof Expr.LogicalExpr logical) {
            return isPrimitive(logical.left()) && isPrimitive(logical.right());
        }
        return expr instanceof Expr.NumberLiteral
                || expr instanceof Expr.StringLiteral
                || expr instanceof Expr.ConstantLiteral
                || expr instanceof Expr.TemplateLiteral
                || expr instanceof Expr.UnaryExpr;
    }
}
