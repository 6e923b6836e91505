package io.hjx.web;

import io.hjx.lang.analyze.AssetType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is served, plain and compressed. Immutable; the arrays are not changed after construction.
 *
 * @param type the media type
 * @param tag the content's hash
 * @param plain the content
 * @param gzip the content compressed, or null where that saves nothing
 */
@SuppressWarnings("ArrayRecordComponent")
record Asset(String type, String tag, byte[] plain, byte @Nullable [] gzip) {

    static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    static final String SOURCE_MAP = "application/json";
    static final String SVG = "image/svg+xml";
    static final String CSS = "text/css; charset=utf-8";

    /** Below this size a compressed answer saves no packet. */
    private static final int WORTH_COMPRESSING = 512;

    static Asset of(String type, String text) {
        return of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    static Asset of(String type, byte[] content) {
        return new Asset(type, Hash.of(content), content, compress(content));
    }

    /** A file whose format may be a compressed one. */
    static Asset of(AssetType type, byte[] content) {
        return type.compressible()
                ? of(type.mediaType(), content)
                : new Asset(type.mediaType(), Hash.of(content), content, null);
    }

    /** How much memory it holds, in bytes. */
    int weight() {
        return plain.length + (gzip == null ? 0 : gzip.length);
    }

    private static byte @Nullable [] compress(byte[] content) {
        if (content.length < WORTH_COMPRESSING) {
            return null;
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.size() < content.length ? compressed.toByteArray() : null;
    }
}
