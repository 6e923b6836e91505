package io.hjx.lang.emit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A name made from content: the same content has the same name on every machine. */
public final class ContentHash {

    private ContentHash() {}

    /** The first {@code digits} (at most 64) lower-case hexadecimal digits of the text's SHA-256. */
    public static String of(String text, int digits) {
        return of(text.getBytes(StandardCharsets.UTF_8), digits);
    }

    /** The first {@code digits} (at most 64) lower-case hexadecimal digits of the content's SHA-256. */
    public static String of(byte[] content, int digits) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
