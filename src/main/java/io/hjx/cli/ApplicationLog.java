package io.hjx.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The application's own words in the log of Payara: what handlers and scripts log, what fails, and what is wrong with a
 * saved file. Confined to one thread: it remembers what has been read in part.
 *
 * <p>Payara writes a record as one line, or as several between {@code [[} and {@code ]]}, and an empty line behind.
 */
final class ApplicationLog {

    private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");

    /** Texts may hold what visitors have sent: nothing of it steers the terminal. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\t]]");

    private static final Pattern HEAD =
            Pattern.compile("\\[[^]]*] \\[[^]]*] \\[(?<level>\\w+)] \\[[^]]*] \\[io\\.hjx\\.[^]]*] \\[tid: [^]]*]"
                    + " \\[timeMillis: (?<time>\\d{1,15})] \\[levelValue: \\d+] (?<text>.*)");

    private static final Pattern DIAGNOSTIC = Pattern.compile("(error|warning)\\[HJX\\d+]");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String BEGIN = "[[";
    private static final String END = "]]";

    /** The most characters of a record; the rest is left out. */
    private static final int LONGEST = 64 * 1024;

    private final ZoneId zone;
    private final StringBuilder unread = new StringBuilder();
    private @Nullable Several several;

    /** @param zone where the person at the terminal is */
    ApplicationLog(ZoneId zone) {
        this.zone = zone;
    }

    /** A record of several lines, up to where it has been read. */
    private record Several(String prefix, StringBuilder text) {}

    /** The application's words in what has been written since the last call, in short. */
    String pick(String written) {
        unread.append(written);
        StringBuilder picked = new StringBuilder();
        int from = 0;
        for (int end = unread.indexOf("\n"); end >= 0; end = unread.indexOf("\n", from)) {
            read(clean(unread.substring(from, end)), picked);
            from = end + 1;
        }
        unread.delete(0, from);
        return picked.toString();
    }

    /** Judges characters, which a line of bytes has to be read as for that. */
    private static String clean(String line) {
        String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String plain = CONTROL.matcher(COLOR.matcher(text).replaceAll("")).replaceAll("");
        return new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private void read(String line, StringBuilder picked) {
        Several open = several;
        if (open != null) {
            readOn(open, line, picked);
            return;
        }
        Matcher head = HEAD.matcher(line);
        if (!head.matches()) {
            return;
        }
        String prefix = prefix(head.group("time"), head.group("level"));
        if (head.group("text").equals(BEGIN)) {
            several = new Several(prefix, new StringBuilder());
        } else {
            picked.append(prefix).append(head.group("text")).append('\n');
        }
    }

    /** The end counts only with an empty line behind it: a line of code may end alike. */
    private void readOn(Several open, String line, StringBuilder picked) {
        StringBuilder text = open.text();
        boolean ended = line.isEmpty() && text.lastIndexOf(END) == text.length() - END.length();
        if (!ended && text.length() < LONGEST) {
            text.append(text.isEmpty() ? "" : "\n").append(line);
            return;
        }
        several = null;
        String whole =
                text.substring(0, text.length() - (ended ? END.length() : 0)).strip();
        boolean diagnostic = DIAGNOSTIC.matcher(whole).lookingAt();
        picked.append(diagnostic ? "" : open.prefix()).append(whole).append(diagnostic ? "\n\n" : "\n");
    }

    private String prefix(String millis, String level) {
        String time = TIME.format(Instant.ofEpochMilli(Long.parseLong(millis)).atZone(zone));
        return switch (level) {
            case "INFO" -> time + ' ';
            case "SEVERE" -> time + " error: ";
            default -> time + ' ' + level.toLowerCase(Locale.ROOT) + ": ";
        };
    }
}
