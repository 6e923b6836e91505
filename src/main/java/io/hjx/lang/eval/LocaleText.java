package io.hjx.lang.eval;

import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Collator;
import java.text.NumberFormat;
import java.util.Locale;

/** What depends on a language and country; American English unless the call names another. Stateless. */
final class LocaleText {

    private static final int MOST_DIGITS = 100;

    private LocaleText() {}

    private static Locale locale(Call call, int index) {
        if (!call.isGiven(index)) {
            return Locale.US;
        }
        Locale locale = Locale.forLanguageTag(call.text(index));
        if (locale.getLanguage().isEmpty()) {
            throw call.fail("a locale is written like `\"en-US\"` or `\"de\"`");
        }
        return locale;
    }

    /** {@code number.toLocaleString(locale, options)}; of the options the two numbers of fraction digits count. */
    static Value ofNumber(Call call) {
        if (!Double.isFinite(call.self())) {
            String text = Double.isNaN(call.self()) ? "NaN" : call.self() < 0 ? "-∞" : "∞";
            return new StringValue(text);
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale(call, 0));
        int least = digits(call, "minimumFractionDigits", 0);
        int most = digits(call, "maximumFractionDigits", Math.max(least, 3));
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return new StringValue(format.format(new BigDecimal(Conversions.toText(call.receiver()))));
    }

    private static int digits(Call call, String option, int missing) {
        Value value = Properties.get(call.argument(1), option);
        return value instanceof NumberValue number ? (int) Math.max(0, Math.min(MOST_DIGITS, number.value())) : missing;
    }

    static Value ofList(Call call) {
        ListValue list = call.list();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            text.append(i > 0 ? "," : "").append(ofItem(call, list.get(i)));
            call.budget().grow(text.length());
        }
        return new StringValue(text.toString());
    }

    private static String ofItem(Call call, Value item) {
        if (Conversions.isNullish(item)) {
            return "";
        }
        return item instanceof NumberValue ? call.text(ofNumber(call.on(item))) : call.text(item);
    }

    static Value compare(Call call) {
        Collator collator = Collator.getInstance(locale(call, 1));
        collator.setStrength(Collator.TERTIARY);
        int order = collator.compare(call.string(), call.text(0));
        return NumberValue.of((double) Integer.signum(order));
    }
}
