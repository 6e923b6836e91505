package io.hjx.websocket;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The least that an endpoint can do which sends what it receives to everybody: nothing is parsed, one string is shared,
 * each session has one send in flight, and the idle timer is silenced in the same way as ours. What HJX is measured
 * against; it lives in this package for the timer alone.
 */
@ServerEndpoint("/floor/{run}")
public class FloorEndpoint {

    private static final Map<String, Room> ROOMS = new ConcurrentHashMap<>();

    private Room room;
    private Peer peer;

    @OnOpen
    public void open(Session session, @PathParam("run") String run) {
        TyrusIdleTimer.silence(session);
        room = ROOMS.computeIfAbsent(run, each -> new Room());
        peer = new Peer(session);
        room.join(peer);
    }

    @OnMessage
    public void text(String message) {
        room.count(message);
    }

    @OnClose
    public void close() {
        room.leave(peer);
    }

    /** One number and who looks at it. */
    private static final class Room {

        private final Set<Peer> peers = ConcurrentHashMap.newKeySet();

        /** Guarded by this. */
        private long count;

        synchronized void join(Peer peer) {
            peers.add(peer);
            peer.send(frame(""));
        }

        synchronized void count(String message) {
            count++;
            String frame = frame(message);
            peers.forEach(each -> each.send(frame));
        }

        void leave(Peer peer) {
            peers.remove(peer);
        }

        private String frame(String message) {
            return "{\"type\":\"update\",\"sub\":1,\"epoch\":\"00000000\",\"version\":" + count + ",\"state\":{\"n\":"
                    + count + "},\"of\":\"" + message + "\"}";
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
                // The server says so by closing
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
