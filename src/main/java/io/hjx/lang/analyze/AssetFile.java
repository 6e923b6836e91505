package io.hjx.lang.analyze;

import java.util.regex.Pattern;

/**
 * A file beside components at one moment. Immutable.
 *
 * @param path from the component root, with forward slashes and without dots
 * @param hash of the content
 */
public record AssetFile(String path, String hash) {

    /** The largest file that is served, in bytes. */
    public static final int MAX_BYTES = 8 << 20;

    /** How long hashes are. */
    public static final int HASH_DIGITS = 16;

    private static final Pattern SPECIAL = Pattern.compile("[^A-Za-z0-9._-]");

    /** What addresses call it: the hash, and for people its name, in which special characters are underscores. */
    public String key() {
        return hash + "/"
                + SPECIAL.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceAll("_");
    }
}
