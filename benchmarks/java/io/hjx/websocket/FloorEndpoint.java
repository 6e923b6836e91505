package io.hjx.websocket;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The least that an endpoint can do which sends what it receives to everybody: nothing is parsed, one string is shared,
 * each session has one send in flight, and the idle timer is silenced in the same way as ours. What HJX is measured
 * against; it lives in this package for the timer alone.
 */
@ServerEndpoint("/floor")
public class FloorEndpoint {

    private static final Set<Peer> PEERS = ConcurrentHashMap.newKeySet();

    /** Guarded by the class. */
    private static long count;

    private Peer peer;

    @OnOpen
    public void open(Session session) {
        TyrusIdleTimer.silence(session);
        peer = new Peer(session);
        PEERS.add(peer);
    }

    @OnMessage
    public void text(String message) {
        synchronized (FloorEndpoint.class) {
            count++;
            String frame = "{\"type\":\"update\",\"sub\":1,\"epoch\":\"00000000\",\"version\":" + count
                    + ",\"state\":{\"n\":" + count + "},\"of\":\"" + message + "\"}";
            PEERS.forEach(each -> each.send(frame));
        }
    }

    @OnClose
    public void close() {
        synchronized (FloorEndpoint.class) {
            PEERS.remove(peer);
            count = PEERS.isEmpty() ? 0 : count;
        }
    }

    private static final class Peer implements SendHandler {

        private final Session session;
        private final Deque<String> waiting = new ArrayDeque<>(1);
        private boolean busy;

        Peer(Session session) {
            this.session = session;
        }

        void send(String frame) {
            synchronized (this) {
                if (busy) {
                    waiting.add(frame);
                    return;
                }
                busy = true;
            }
            fly(frame);
        }

        private void fly(String frame) {
            try {
                session.getAsyncRemote().sendText(frame, this);
            } catch (RuntimeException gone) {
                PEERS.remove(this);
            }
        }

        @Override
        public void onResult(SendResult result) {
            String next;
            synchronized (this) {
                next = waiting.poll();
                busy = next != null;
            }
            if (next != null) {
                fly(next);
            }
        }
    }
}
