package io.hjx.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.fixture.ManualExecutor;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Frame;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class WebSocketTransportTest {

    private final List<String> calls = new ArrayList<>();
    private SendHandler sent;
    private final ManualExecutor pings = new ManualExecutor();
    private final ManualExecutor closes = new ManualExecutor();
    private final RemoteEndpoint.Async remote = noting(RemoteEndpoint.Async.class, null);
    private final WebSocketTransport transport =
            new WebSocketTransport(noting(Session.class, remote), new PatientThreads(pings, closes), null);

    /** Something of the container that notes which of its methods are called. */
    private <T> T noting(Class<T> type, Object async) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (method.getName().equals("getAsyncRemote")) {
                return async;
            }
            if (method.getName().equals("sendText")) {
                sent = (SendHandler) given[1];
            }
            calls.add(method.getName());
            return null;
        }));
    }

    @Test
    void ping_mayWait_isNotSentByTheCaller() {
        transport.ping();
        assertThat(calls).isEmpty();
        pings.runAll();
        assertThat(calls).containsExactly("sendPing");
    }

    @Test
    void ping_oneStillWaits_noSecondQueues() {
        transport.ping();
        transport.ping();
        assertThat(pings.waiting()).isEqualTo(1);
        pings.runAll();
        transport.ping();
        pings.runAll();
        assertThat(calls).containsExactly("sendPing", "sendPing");
    }

    @Test
    void ping_aFrameHasSetOutMeanwhile_isLeftOut() {
        transport.ping();
        transport.send(new Frame.Text("frame"), ok -> {});
        pings.runAll();
        assertThat(calls).containsExactly("sendText");
    }

    @Test
    void send_ofEachKind_goesAsThatKind() {
        transport.send(new Frame.Text("frame"), ok -> {});
        transport.send(new Frame.Binary(ByteBuffer.wrap(new byte[] {1})), ok -> {});
        assertThat(calls).containsExactly("sendText", "sendBinary");
    }

    @Test
    void send_clientHasNotAnswered_isUnderWayUntilItIsClosed() {
        List<Boolean> completions = new ArrayList<>();
        WebSocketTransport windowed = new WebSocketTransport(
                noting(Session.class, remote),
                new PatientThreads(pings, closes),
                new SendWindow(remote, () -> "secret"));
        windowed.send(new Frame.Text("x".repeat(SendWindow.LIMIT)), completions::add);
        sent.onResult(new SendResult());
        assertThat(calls).containsExactly("sendText", "sendPing");
        assertThat(completions).isEmpty();
        windowed.close(CloseCode.TRY_AGAIN_LATER, "too slow");
        assertThat(completions).containsExactly(false);
    }

    @Test
    void close_mayWait_isNotDoneByTheCaller() {
        transport.close(CloseCode.POLICY, "too many messages");
        transport.close(CloseCode.POLICY, "too many messages");
        transport.ping();
        assertThat(calls).isEmpty();
        assertThat(pings.waiting()).isZero();
        closes.runAll();
        assertThat(calls).containsExactly("close");
    }

    @Test
    void threads_haveEnded_closesItselfAndPingsNoMore() {
        PatientThreads ended = new PatientThreads(WebSocketTransportTest::refuse, WebSocketTransportTest::refuse);
        WebSocketTransport late = new WebSocketTransport(noting(Session.class, remote), ended, null);
        late.ping();
        late.close(CloseCode.GOING_AWAY, "the server is stopping");
        assertThat(calls).containsExactly("close");
    }

    private static void refuse(Runnable task) {
        throw new RejectedExecutionException();
    }
}
