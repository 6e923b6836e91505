package io.hjx.websocket;

import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/**
 * Chooses the subprotocol, the first that the client asks for and the endpoint has, and hands the filter's facts to the
 * connection. Origins are the filter's business: refused here, a handshake has another status on each server.
 */
public class HjxEndpointConfigurator extends ServerEndpointConfig.Configurator {

    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        return requested.stream()
                .map(String::strip)
                .filter(supported::contains)
                .findFirst()
                .orElse("");
    }

    /**
     * None. Tomcat would agree to {@code permessage-deflate}: a frame that thousands get would be compressed for each,
     * each connection would hold a compressor, and compressing a secret beside what others have chosen gives it away.
     */
    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return List.of();
    }

    @Override
    public boolean checkOrigin(String origin) {
        return true;
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        Handshake.leaveIn(config.getUserProperties());
    }
}
