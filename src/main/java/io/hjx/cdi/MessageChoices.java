package io.hjx.cdi;

import io.hjx.messages.MessageSettings;
import io.hjx.runtime.spi.RuntimeSettings.Traffic;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator has decided about the message server. Immutable.
 *
 * @param path where it is, below the application's path
 * @param example whether {@code chat-message} is answered where the application does not
 */
record MessageChoices(String path, MessageSettings bounds, boolean example) {

    private static final int MILLION = 1_000_000;
    private static final String STANDARD_PATH = "/messages";
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_.-]+)+");
    private static final String LIVE = "/hjx";

    static MessageChoices read(SettingsReader reader, Traffic traffic) {
        MessageSettings standard = MessageSettings.of(traffic);
        return new MessageChoices(
                path(reader),
                new MessageSettings(
                        traffic,
                        reader.count(Setting.MAX_UNANSWERED_MESSAGES, standard.unanswered(), 1, MILLION),
                        reader.count(Setting.MAX_REMEMBERED_MESSAGES, standard.remembered(), 1, MILLION)),
                reader.flag(Setting.MESSAGE_EXAMPLE, ExamplesThere.MESSAGES));
    }

    private static String path(SettingsReader reader) {
        @Nullable String path = reader.text(Setting.MESSAGE_PATH);
        if (path == null) {
            return STANDARD_PATH;
        }
        if (!PATH.matcher(path).matches() || path.equals(LIVE)) {
            throw reader.wrong(Setting.MESSAGE_PATH, "a path like /messages, and not " + LIVE);
        }
        return path;
    }
}
