package io.hjx.websocket;

import io.hjx.json.ProtocolKeys;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/**
 * Chooses the subprotocol and hands the filter's facts to the connection. Origins are the filter's business: refused
 * here, a handshake has another status on each server.
 */
public class HjxEndpointConfigurator extends ServerEndpointConfig.Configurator {

    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        boolean both = supported.contains(ProtocolKeys.SUBPROTOCOL_V1)
                && requested.stream().anyMatch(name -> name.strip().equals(ProtocolKeys.SUBPROTOCOL_V1));
        return both ? ProtocolKeys.SUBPROTOCOL_V1 : "";
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
