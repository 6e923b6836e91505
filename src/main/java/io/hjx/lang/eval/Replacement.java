package io.hjx.lang.eval;

import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.util.List;

/** {@code replace} and {@code replaceAll} of a text by a text with {@code $} patterns or by a function's results. */
final class Replacement {

    private final Call call;
    private final String text;
    private final String wanted;
    private final StringBuilder result = new StringBuilder();

    Replacement(Call call) {
        this.call = call;
        this.text = call.string();
        this.wanted = call.text(0);
    }

    Value first() {
        int position = text.indexOf(wanted);
        return position < 0 ? call.receiver() : finish(replace(0, position));
    }

    Value all() {
        int done = 0;
        int step = Math.max(1, wanted.length());
        int position = text.indexOf(wanted);
        while (position >= 0) {
            done = replace(done, position);
            position = position + step > text.length() ? -1 : text.indexOf(wanted, position + step);
        }
        return finish(done);
    }

    private Value finish(int done) {
        return call.made(result.append(text, done, text.length()).toString());
    }

    private int replace(int done, int position) {
        result.append(text, done, position);
        if (call.argument(1) instanceof FunctionValue function) {
            List<Value> arguments = List.of(new StringValue(wanted), NumberValue.of(position), call.receiver());
            result.append(call.text(function.call(arguments)));
        } else {
            expand(call.text(1), position);
        }
        call.budget().grow(result.length());
        call.budget().spend(1);
        return position + wanted.length();
    }

    private void expand(String template, int position) {
        int i = 0;
        while (i < template.length()) {
            char c = template.charAt(i++);
            char next = c == '$' && i < template.length() ? template.charAt(i) : '\0';
            switch (next) {
                case '$' -> result.append('$');
                case '&' -> result.append(wanted);
                case '`' -> result.append(text, 0, position);
                case '\'' -> result.append(text, position + wanted.length(), text.length());
                default -> {
                    result.append(c);
                    continue;
                }
            }
            i++;
            call.budget().grow(result.length());
        }
    }
}
