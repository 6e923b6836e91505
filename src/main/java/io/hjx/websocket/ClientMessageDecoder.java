package io.hjx.websocket;

import io.hjx.json.BadMessageException;
import io.hjx.json.ClientFrame;
import io.hjx.json.MessageDecoder;
import jakarta.websocket.DecodeException;
import jakarta.websocket.Decoder;

/**
 * Reads a client's frame as JSON. What it means depends on the connection's dialect, which a decoder is not told:
 * {@link Connection} reads that. Whatever goes wrong is a {@link DecodeException}; Tomcat closes the connection for any
 * other.
 */
public class ClientMessageDecoder implements Decoder.Text<ClientFrame> {

    @Override
    public ClientFrame decode(String text) throws DecodeException {
        try {
            return MessageDecoder.parse(text);
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
