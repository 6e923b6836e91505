package io.hjx.cdi;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads settings as the kinds that they are; a value that means nothing is a {@link SettingsException}. */
record SettingsReader(SettingSources sources) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

    @Nullable String text(Setting setting) {
        SettingSources.Given given = sources.find(setting);
        return given == null ? null : given.value();
    }

    List<String> list(Setting setting) {
        String text = text(setting);
        return text == null
                ? List.of()
                : Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    boolean flag(Setting setting, boolean otherwise) {
        SettingSources.Given given = sources.find(setting);
        if (given == null) {
            return otherwise;
        }
        return switch (given.value()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(setting, "true or false");
        };
    }

    int count(Setting setting, int otherwise, int least, int most) {
        SettingSources.Given given = sources.find(setting);
        if (given == null) {
            return otherwise;
        }
        try {
            int count = Integer.parseInt(given.value());
            if (count >= least && count <= most) {
                return count;
            }
        } catch (NumberFormatException noNumber) {
            throw wrong(setting, "a whole number from " + least + " to " + most);
        }
        throw wrong(setting, "a whole number from " + least + " to " + most);
    }

    /** A number with {@code ms}, {@code s}, {@code m} or {@code h} behind it; at least a tenth of a second. */
    Duration duration(Setting setting, Duration otherwise) {
        SettingSources.Given given = sources.find(setting);
        if (given == null) {
            return otherwise;
        }
        Duration duration = duration(given.value());
        if (duration == null || duration.toMillis() < 100) {
            throw wrong(setting, "a time like 500ms, 30s, 10m or 24h");
        }
        return duration;
    }

    /** The time that a text means; null where it means none. */
    static @Nullable Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    /** The refusal of a setting's value. */
    SettingsException wrong(Setting setting, String kind) {
        SettingSources.Given given = sources.find(setting);
        return given == null
                ? new SettingsException("The setting " + setting.property() + " must be " + kind + ".")
                : new SettingsException(
                        "The " + given.place() + " must be " + kind + "; it is `" + given.value() + "`.");
    }
}
