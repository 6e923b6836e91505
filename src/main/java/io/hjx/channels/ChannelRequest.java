package io.hjx.channels;

import io.hjx.runtime.spi.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a handshake asks for, and who asks. Immutable.
 *
 * @param path of the channel
 * @param headers by name, in any case; they may hold secrets
 */
public record ChannelRequest(String path, Principal principal, Map<String, List<String>> headers) {

    public ChannelRequest {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        headers = Collections.unmodifiableMap(copy);
    }

    /** Without the headers: it may come into a log. */
    @Override
    public String toString() {
        return "ChannelRequest[" + path + "]";
    }
}
