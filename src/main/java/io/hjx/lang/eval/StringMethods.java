package io.hjx.lang.eval;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberText;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The methods of strings; positions count UTF-16 code units. Stateless. */
final class StringMethods {

    static final List<Builtin> ALL = all();

    private StringMethods() {}

    private static List<Builtin> all() {
        List<Builtin> all = new ArrayList<>();
        units(all);
        searching(all);
        parts(all);
        making(all);
        return List.copyOf(all);
    }

    private static void units(List<Builtin> all) {
        all.add(Builtin.of("at", 1, 1, StringMethods::at));
        all.add(Builtin.of("charAt", 1, 1, call -> unit(call, StringValue.EMPTY)));
        all.add(Builtin.of("charCodeAt", 1, 1, StringMethods::charCodeAt));
        all.add(Builtin.of("codePointAt", 1, 1, StringMethods::codePointAt));
        all.add(Builtin.of(
                "isWellFormed",
                0,
                0,
                call -> BooleanValue.of(wellFormed(call.string()).equals(call.string()))));
        all.add(Builtin.of("toWellFormed", 0, 0, call -> call.made(wellFormed(call.string()))));
    }

    private static void searching(List<Builtin> all) {
        all.add(Builtin.of("includes", 1, 2, call -> BooleanValue.of(indexOf(call) >= 0)));
        all.add(Builtin.of("indexOf", 1, 2, call -> NumberValue.of((double) indexOf(call))));
        all.add(Builtin.of("lastIndexOf", 1, 2, StringMethods::lastIndexOf));
        all.add(Builtin.of("startsWith", 1, 2, StringMethods::startsWith));
        all.add(Builtin.of("endsWith", 1, 2, StringMethods::endsWith));
        all.add(Builtin.onServer("localeCompare", 1, 2, LocaleText::compare));
    }

    private static void parts(List<Builtin> all) {
        all.add(Builtin.of("slice", 0, 2, StringMethods::slice));
        all.add(Builtin.of("substring", 1, 2, StringMethods::substring));
        all.add(Builtin.of("substr", 1, 2, StringMethods::substr));
        all.add(Builtin.of("split", 0, 2, StringMethods::split));
        all.add(plain("trim", NumberText::trim));
        all.add(plain("trimStart", NumberText::trimStart));
        all.add(plain("trimEnd", NumberText::trimEnd));
        all.add(plain("toString", text -> text));
        all.add(plain("valueOf", text -> text));
    }

    private static void making(List<Builtin> all) {
        all.add(Builtin.of("concat", 1, Builtin.ANY, StringMethods::concat));
        all.add(Builtin.of("normalize", 0, 1, StringMethods::normalize));
        all.add(Builtin.of("padEnd", 1, 2, call -> call.made(call.string() + padding(call))));
        all.add(Builtin.of("padStart", 1, 2, call -> call.made(padding(call) + call.string())));
        all.add(Builtin.of("repeat", 1, 1, StringMethods::repeat));
        all.add(Builtin.of("replace", 2, 2, call -> new Replacement(call).first()));
        all.add(Builtin.of("replaceAll", 2, 2, call -> new Replacement(call).all()));
        all.add(plain("toLowerCase", text -> text.toLowerCase(Locale.ROOT)));
        all.add(plain("toUpperCase", text -> text.toUpperCase(Locale.ROOT)));
        all.add(Builtin.onServer("toLocaleString", 0, 0, Call::receiver));
    }

    private static Builtin plain(String name, UnaryOperator<String> function) {
        return Builtin.of(name, 0, 0, call -> call.made(function.apply(call.string())));
    }

    private static Value at(Call call) {
        double index = call.integer(0);
        String text = call.string();
        double found = index < 0 ? index + text.length() : index;
        return found >= 0 && found < text.length() ? StringValue.of(text.charAt((int) found)) : Undefined.UNDEFINED;
    }

    private static boolean isInside(Call call) {
        double index = call.integer(0);
        return index >= 0 && index < call.string().length();
    }

    private static Value unit(Call call, Value outside) {
        return isInside(call) ? StringValue.of(call.string().charAt((int) call.integer(0))) : outside;
    }

    private static Value charCodeAt(Call call) {
        return isInside(call) ? NumberValue.of(call.string().charAt((int) call.integer(0))) : NumberValue.NAN;
    }

    private static Value codePointAt(Call call) {
        return isInside(call) ? NumberValue.of(call.string().codePointAt((int) call.integer(0))) : Undefined.UNDEFINED;
    }

    private static String wellFormed(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            result.appendCodePoint(lone ? '\uFFFD' : c);
        });
        return result.toString();
    }

    /** Positions that do not count from the end: what is negative is zero. */
    private static int clamped(Call call, int index, int missing) {
        int length = call.string().length();
        return call.isGiven(index) ? (int) Math.max(0, Math.min(length, call.integer(index))) : missing;
    }

    private static int indexOf(Call call) {
        call.budget().spend(call.string().length() >> 4);
        return call.string().indexOf(call.text(0), clamped(call, 1, 0));
    }

    private static Value lastIndexOf(Call call) {
        call.budget().spend(call.string().length() >> 4);
        int length = call.string().length();
        int from = Double.isNaN(call.number(1)) ? length : clamped(call, 1, length);
        return NumberValue.of((double) call.string().lastIndexOf(call.text(0), from));
    }

    private static Value startsWith(Call call) {
        return BooleanValue.of(call.string().startsWith(call.text(0), clamped(call, 1, 0)));
    }

    private static Value endsWith(Call call) {
        int end = clamped(call, 1, call.string().length());
        String wanted = call.text(0);
        return BooleanValue.of(call.string().startsWith(wanted, end - wanted.length()));
    }

    private static Value slice(Call call) {
        int length = call.string().length();
        int from = call.position(0, length, 0);
        int to = call.position(1, length, length);
        return call.made(from < to ? call.string().substring(from, to) : "");
    }

    private static Value substring(Call call) {
        int from = clamped(call, 0, 0);
        int to = clamped(call, 1, call.string().length());
        return call.made(call.string().substring(Math.min(from, to), Math.max(from, to)));
    }

    private static Value substr(Call call) {
        int length = call.string().length();
        int from = call.position(0, length, 0);
        double count = call.isGiven(1) ? call.integer(1) : length;
        int to = (int) Math.min(length, from + Math.max(0, count));
        return call.made(call.string().substring(from, to));
    }

    private static Value concat(Call call) {
        StringBuilder text = new StringBuilder(call.string());
        for (Value argument : call.arguments()) {
            text.append(call.text(argument));
            call.budget().grow(text.length());
        }
        return new StringValue(text.toString());
    }

    private static Value normalize(Call call) {
        String form = call.isGiven(0) ? call.text(0) : "NFC";
        if (!List.of("NFC", "NFD", "NFKC", "NFKD").contains(form)) {
            throw call.fail("`normalize` takes \"NFC\", \"NFD\", \"NFKC\" or \"NFKD\"");
        }
        return call.made(Normalizer.normalize(call.string(), Normalizer.Form.valueOf(form)));
    }

    private static String padding(Call call) {
        String filler = call.isGiven(1) ? call.text(1) : " ";
        double missing = call.integer(0) - call.string().length();
        if (missing <= 0 || filler.isEmpty()) {
            return "";
        }
        call.budget().grow((long) missing);
        int length = (int) missing;
        return filler.repeat(length / filler.length() + 1).substring(0, length);
    }

    private static Value repeat(Call call) {
        double count = call.integer(0);
        if (count < 0 || Double.isInfinite(count)) {
            throw call.fail("`repeat` takes a whole number from 0");
        }
        call.budget().grow((long) Math.min(count * call.string().length(), 1e15));
        return new StringValue(call.string().isEmpty() ? "" : call.string().repeat((int) count));
    }

    private static Value split(Call call) {
        double limit = call.isGiven(1) ? Conversions.toInt32(call.argument(1)) & 0xFFFF_FFFFL : 0xFFFF_FFFFL;
        ListValue.Builder parts = new ListValue.Builder(4);
        if (limit == 0) {
            return parts.build();
        }
        if (!call.isGiven(0)) {
            return parts.add(call.receiver()).build();
        }
        String separator = call.text(0);
        return separator.isEmpty() ? splitUnits(call, parts, limit) : split(call, parts, separator, limit);
    }

    private static Value splitUnits(Call call, ListValue.Builder parts, double limit) {
        int count = (int) Math.min(call.string().length(), limit);
        call.budget().grow(count);
        call.budget().spend(count);
        for (int i = 0; i < count; i++) {
            parts.add(StringValue.of(call.string().charAt(i)));
        }
        return parts.build();
    }

    private static Value split(Call call, ListValue.Builder parts, String separator, double limit) {
        String text = call.string();
        int start = 0;
        call.budget().spend(text.length() >> 4);
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            call.budget().spend(1);
            parts.add(new StringValue(text.substring(start, end)));
            start = end + separator.length();
            if (parts.size() == limit) {
                return parts.build();
            }
        }
        return parts.add(new StringValue(text.substring(start))).build();
    }
}
