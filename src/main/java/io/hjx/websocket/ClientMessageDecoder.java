package io.hjx.websocket;

import io.hjx.json.BadMessageException;
import io.hjx.json.ClientFrame;
import io.hjx.json.MessageDecoder;
import jakarta.websocket.DecodeException;
import jakarta.websocket.Decoder;

/**
 * Looks over a client's frame. What it may hold is a setting and what it means depends on the connection's dialect, and
 * a decoder is told neither: {@link Connection} reads it. Whatever goes wrong is a {@link DecodeException}; Tomcat
 * closes the connection for any other.
 */
public class ClientMessageDecoder implements Decoder.Text<ClientFrame> {

    @Override
    public ClientFrame decode(String text) throws DecodeException {
        try {
            return MessageDecoder.scan(text);
        } catch (BadMessageException bad) {
            throw new DecodeException(text, bad.sentence(), bad);
        } catch (RuntimeException | StackOverflowError failure) {
            throw new DecodeException(text, "The message cannot be read.", failure);
        }
    }

    @Override
    public boolean willDecode(String text) {
        return true;
    }
}
