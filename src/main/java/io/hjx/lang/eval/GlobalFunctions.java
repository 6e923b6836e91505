package io.hjx.lang.eval;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberText;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The functions that stand alone, and those of {@code String}, {@code Array}, {@code JSON} and {@code Date}. Stateless.
 */
final class GlobalFunctions {

    private static final String UNESCAPED = "-_.!~*'()";
    private static final String HEX = "0123456789ABCDEF";

    static final List<Builtin> FUNCTIONS = List.of(
            Builtin.of("Number", 0, 1, GlobalFunctions::toNumber),
            Builtin.of("String", 0, 1, call -> call.made(call.count() == 0 ? "" : call.text(0))),
            Builtin.of("Boolean", 0, 1, call -> BooleanValue.of(Conversions.toBoolean(call.argument(0)))),
            Builtin.of("parseInt", 1, 2, GlobalFunctions::parseInt),
            Builtin.of("parseFloat", 1, 1, call -> NumberValue.of(NumberText.parseFloat(call.text(0)))),
            Builtin.of("isNaN", 1, 1, call -> BooleanValue.of(Double.isNaN(call.number(0)))),
            Builtin.of("isFinite", 1, 1, call -> BooleanValue.of(Double.isFinite(call.number(0)))),
            Builtin.of("encodeURIComponent", 1, 1, GlobalFunctions::encode),
            Builtin.onServer(
                    "uuid", 0, 0, call -> new StringValue(call.surroundings().uuid())));

    static final List<Builtin> OF_STRING = List.of(
            Builtin.of("fromCharCode", 0, Builtin.ANY, GlobalFunctions::fromCharCode),
            Builtin.of("fromCodePoint", 0, Builtin.ANY, GlobalFunctions::fromCodePoint));

    static final List<Builtin> OF_ARRAY = List.of(
            Builtin.of("isArray", 1, 1, call -> BooleanValue.of(call.argument(0) instanceof ListValue)),
            Builtin.of(
                    "of",
                    0,
                    Builtin.ANY,
                    call -> new ListValue.Builder(call.count())
                            .addAll(call.arguments())
                            .build()),
            Builtin.of("from", 1, 2, GlobalFunctions::arrayFrom));

    static final List<Builtin> OF_JSON = List.of(
            Builtin.of("stringify", 1, 3, JsonFunctions::stringify), Builtin.of("parse", 1, 2, JsonFunctions::parse));

    static final List<Builtin> OF_DATE = List.of(Builtin.onServer(
            "now", 0, 0, call -> NumberValue.of((double) call.surroundings().currentMillis())));

    static final List<Builtin> BOOLEAN_METHODS = List.of(
            Builtin.of("toString", 0, 0, call -> new StringValue(Conversions.toText(call.receiver()))),
            Builtin.of("valueOf", 0, 0, Call::receiver));

    private GlobalFunctions() {}

    private static Value toNumber(Call call) {
        return call.count() == 0 ? NumberValue.ZERO : NumberValue.of(call.number(0));
    }

    static Value parseInt(Call call) {
        return NumberValue.of(NumberText.parseInt(call.text(0), Conversions.toInt32(call.argument(1))));
    }

    private static Value fromCharCode(Call call) {
        StringBuilder text = new StringBuilder();
        for (Value code : call.arguments()) {
            text.append((char) Conversions.toInt32(code));
        }
        return call.made(text.toString());
    }

    private static Value fromCodePoint(Call call) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < call.count(); i++) {
            double code = call.number(i);
            if (code != Math.rint(code) || code < 0 || code > Character.MAX_CODE_POINT || Double.isNaN(code)) {
                throw call.fail("code points are whole numbers from 0 to 0x10FFFF");
            }
            text.appendCodePoint((int) code);
        }
        return call.made(text.toString());
    }

    private static Value arrayFrom(Call call) {
        ListValue source = source(call, call.argument(0));
        call.budget().grow(source.size());
        if (!call.isGiven(1)) {
            return new ListValue.Builder(source.size()).addAll(source).build();
        }
        FunctionValue function = call.function(1);
        ListValue.Builder result = new ListValue.Builder(source.size());
        for (int i = 0; i < source.size(); i++) {
            result.add(function.call(List.of(source.get(i), NumberValue.of(i))));
        }
        return result.build();
    }

    /** The items of what can be listed, and of anything else the properties from 0 up to its {@code length}. */
    private static ListValue source(Call call, Value value) {
        if (value instanceof ListValue || value instanceof StringValue || Conversions.isNullish(value)) {
            return call.iterate(value);
        }
        double length = value instanceof ObjectValue object ? Conversions.toInteger(object.get("length")) : 0;
        long size = (long) Math.max(0, length);
        call.budget().grow(size);
        call.budget().spend(size);
        ListValue.Builder items = new ListValue.Builder((int) size);
        for (int i = 0; i < size; i++) {
            items.add(Properties.get(value, Integer.toString(i)));
        }
        return items.build();
    }

    private static Value encode(Call call) {
        String text = call.text(0);
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c < 128 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0)) {
                encoded.append((char) c);
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw call.fail("`encodeURIComponent` cannot encode half of a surrogate pair");
            } else {
                percent(encoded, Character.toString(c));
            }
        }
        return call.made(encoded.toString());
    }

    private static void percent(StringBuilder encoded, String character) {
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
        }
    }
}
