package io.hjx.lang.value;

/** JavaScript's conversions and equalities, on values that are JSON's. Stateless, thread-safe. */
public final class Conversions {

    private Conversions() {}

    /** ToBoolean. */
    public static boolean toBoolean(Value value) {
        if (value instanceof BooleanValue bool) {
            return bool.value();
        }
        if (value instanceof NumberValue number) {
            return number.value() != 0 && !Double.isNaN(number.value());
        }
        if (value instanceof StringValue string) {
            return !string.value().isEmpty();
        }
        return !isNullish(value);
    }

    public static boolean isNullish(Value value) {
        return value == Undefined.UNDEFINED || value == NullValue.NULL;
    }

    /** ToNumber; lists and objects by way of their text. */
    public static double toNumber(Value value) {
        if (value instanceof NumberValue number) {
            return number.value();
        }
        if (value instanceof StringValue string) {
            return NumberText.parse(string.value());
        }
        if (value instanceof BooleanValue bool) {
            return bool.value() ? 1 : 0;
        }
        if (value == NullValue.NULL) {
            return 0;
        }
        return value instanceof ListValue ? NumberText.parse(toText(value)) : Double.NaN;
    }

    /** ToIntegerOrInfinity: towards zero, {@code NaN} as zero, never {@code -0}. */
    public static double toInteger(Value value) {
        double number = toNumber(value);
        if (Double.isNaN(number)) {
            return 0;
        }
        return (number < 0 ? Math.ceil(number) : Math.floor(number)) + 0.0;
    }

    /** ToInt32. */
    public static int toInt32(Value value) {
        double number = toInteger(value);
        if (Double.isInfinite(number)) {
            return 0;
        }
        return (int) (long) (Math.abs(number) < 0x1p63 ? number : number % 0x1p32);
    }

    /** ToString; lists by joining their items with commas. */
    public static String toText(Value value) {
        if (value instanceof StringValue string) {
            return string.value();
        }
        if (value instanceof NumberValue number) {
            return NumberFormat.format(number.value());
        }
        if (value instanceof BooleanValue bool) {
            return bool.value() ? "true" : "false";
        }
        if (value instanceof ListValue list) {
            return join(list, ",");
        }
        if (value instanceof ObjectValue) {
            return "[object Object]";
        }
        return value == NullValue.NULL ? "null" : value.typeName();
    }

    /** The items' texts with a separator between them; {@code null} and {@code undefined} are empty. */
    public static String join(ListValue list, String separator) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                text.append(separator);
            }
            Value item = list.get(i);
            if (!isNullish(item)) {
                text.append(toText(item));
            }
        }
        return text.toString();
    }

    /**
     * The text of an interpolation: {@code null}, {@code undefined} and functions are empty, lists and objects JSON.
     */
    public static String toShown(Value value) {
        if (isNullish(value) || value instanceof FunctionValue) {
            return "";
        }
        boolean container = value instanceof ListValue || value instanceof ObjectValue;
        return container ? Json.print(value) : toText(value);
    }

    /**
     * About how many characters {@link #toText} or JSON make of a value, in sixteens: what a budget asks before it lets
     * them be made.
     */
    public static long weight(Value value) {
        return Extent.weightOf(value);
    }

    /** {@code ===}; lists, objects and functions are equal to themselves alone. */
    public static boolean strictEquals(Value left, Value right) {
        if (left instanceof NumberValue a) {
            return right instanceof NumberValue b && a.value() == b.value();
        }
        if (left instanceof StringValue a) {
            return right instanceof StringValue b && a.value().equals(b.value());
        }
        return left == right;
    }

    /** SameValueZero: {@code ===}, and {@code NaN} equals itself. */
    public static boolean sameValueZero(Value left, Value right) {
        return strictEquals(left, right) || (isNan(left) && isNan(right));
    }

    /** SameValue, as in {@code Object.is}. */
    public static boolean sameValue(Value left, Value right) {
        boolean numbers = left instanceof NumberValue && right instanceof NumberValue;
        return numbers ? left.equals(right) : strictEquals(left, right);
    }

    private static boolean isNan(Value value) {
        return value instanceof NumberValue number && Double.isNaN(number.value());
    }

    /** {@code ==}. */
    public static boolean looseEquals(Value left, Value right) {
        if (isNullish(left) || isNullish(right)) {
            return isNullish(left) && isNullish(right);
        }
        boolean leftReference = isReference(left);
        if (leftReference && isReference(right)) {
            return left == right;
        }
        if (left.typeName().equals(right.typeName()) && !leftReference) {
            return strictEquals(left, right);
        }
        if (leftReference) {
            return looseEquals(new StringValue(toText(left)), right);
        }
        if (isReference(right)) {
            return looseEquals(left, new StringValue(toText(right)));
        }
        return toNumber(left) == toNumber(right);
    }

    private static boolean isReference(Value value) {
        return value instanceof ListValue || value instanceof ObjectValue || value instanceof FunctionValue;
    }

    /** ToPrimitive: lists, objects and functions become their text. */
    public static Value toPrimitive(Value value) {
        return isReference(value) ? new StringValue(toText(value)) : value;
    }
}
