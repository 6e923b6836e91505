package io.hjx.lang.analyze;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of files that may be served beside components, by the ending of their name. What a browser would run or
 * show as a page of ours (scripts, style sheets, HTML) is not among them.
 */
public enum AssetType {
    SVG("image/svg+xml", true),
    PNG("image/png", false),
    JPG("image/jpeg", false),
    JPEG("image/jpeg", false),
    GIF("image/gif", false),
    WEBP("image/webp", false),
    AVIF("image/avif", false),
    ICO("image/x-icon", false),
    WOFF2("font/woff2", false),
    WOFF("font/woff", false),
    TTF("font/ttf", true),
    OTF("font/otf", true),
    MP3("audio/mpeg", false),
    M4A("audio/mp4", false),
    OGG("audio/ogg", false),
    OPUS("audio/ogg", false),
    WAV("audio/wav", false),
    FLAC("audio/flac", false),
    MP4("video/mp4", false),
    WEBM("video/webm", false),
    VTT("text/vtt; charset=utf-8", true),
    PDF("application/pdf", false),
    TXT("text/plain; charset=utf-8", true),
    CSV("text/csv; charset=utf-8", true),
    JSON("application/json", true);

    private final String mediaType;
    private final boolean compressible;

    AssetType(String mediaType, boolean compressible) {
        this.mediaType = mediaType;
        this.compressible = compressible;
    }

    /** The type of a file; null for one that is not served. */
    public static @Nullable AssetType of(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(type -> type.ending().equalsIgnoreCase(ending))
                .findFirst()
                .orElse(null);
    }

    /** Every ending, for people. */
    static String endings() {
        return Arrays.stream(values()).map(AssetType::ending).collect(Collectors.joining(", "));
    }

    private String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in the header {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    /** True where the format itself is not compressed. */
    public boolean compressible() {
        return compressible;
    }
}
