package io.hjx.websocket;

import io.hjx.json.ClientFrame;
import jakarta.websocket.Decoder;

/**
 * Hands over a client's frame as it is. What it may hold is a setting and what it means depends on the connection's
 * dialect, and a decoder is told neither: {@link Connection} reads it.
 */
public class ClientMessageDecoder implements Decoder.Text<ClientFrame> {

    @Override
    public ClientFrame decode(String text) {
        return new ClientFrame(text);
    }

    @Override
    public boolean willDecode(String text) {
        return true;
    }
}
