package io.hjx.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SendWindowTest {

    private final List<ByteBuffer> pings = new ArrayList<>();
    private final List<Boolean> completions = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private boolean broken;

    private final RemoteEndpoint remote = (RemoteEndpoint) Proxy.newProxyInstance(
            RemoteEndpoint.class.getClassLoader(),
            new Class<?>[] {RemoteEndpoint.class},
            (self, method, given) -> ping((ByteBuffer) given[0]));

    private final SendWindow window = new SendWindow(remote, () -> "id" + ids.incrementAndGet());

    private Object ping(ByteBuffer payload) throws IOException {
        if (broken) {
            throw new IOException("gone");
        }
        // As a server does that reads what it is given
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        pings.add(ByteBuffer.wrap(bytes));
        return null;
    }

    private void take(int characters) {
        window.taken(characters, completions::add);
    }

    private void takeSteps(int steps) {
        for (int i = 0; i < steps; i++) {
            take(SendWindow.STEP);
        }
    }

    @Test
    void taken_little_isDoneAtOnce() {
        take(SendWindow.STEP - 1);
        assertThat(completions).containsExactly(true);
        assertThat(pings).isEmpty();
    }

    @Test
    void taken_smallFrames_pingsBehindEachStep() {
        for (int i = 0; i < 3 * SendWindow.STEP / 1024; i++) {
            take(1024);
        }
        assertThat(pings).hasSize(3).doesNotHaveDuplicates();
        assertThat(completions).hasSize(3 * SendWindow.STEP / 1024).containsOnly(true);
    }

    @Test
    void taken_asMuchAsTheWindowHolds_waitsForAnAnswer() {
        takeSteps(SendWindow.LIMIT / SendWindow.STEP);
        assertThat(completions).containsExactly(true, true, true);
        window.answered(pings.get(0));
        assertThat(completions).containsExactly(true, true, true, true);
        take(SendWindow.STEP);
        assertThat(completions).hasSize(4);
    }

    @Test
    void taken_frameOfMoreThanTheWindow_waitsForItsOwnAnswer() {
        take(2 * SendWindow.LIMIT);
        assertThat(completions).isEmpty();
        window.answered(pings.get(0));
        assertThat(completions).containsExactly(true);
    }

    @Test
    void answered_aLaterPing_standsForThoseBefore() {
        takeSteps(SendWindow.LIMIT / SendWindow.STEP);
        window.answered(pings.get(2));
        takeSteps(2);
        assertThat(completions).hasSize(6).containsOnly(true);
        take(SendWindow.STEP);
        assertThat(completions).hasSize(6);
    }

    @Test
    void answered_whatNobodyAsked_changesNothing() {
        takeSteps(SendWindow.LIMIT / SendWindow.STEP);
        window.answered(ByteBuffer.allocate(0));
        window.answered(ByteBuffer.wrap("12345678".getBytes(StandardCharsets.US_ASCII)));
        assertThat(completions).hasSize(3);
    }

    @Test
    void answered_twice_countsOnce() {
        takeSteps(SendWindow.LIMIT / SendWindow.STEP);
        window.answered(pings.get(0));
        take(SendWindow.STEP);
        window.answered(pings.get(0));
        assertThat(completions).hasSize(4);
    }

    @Test
    void close_aFrameWaits_itFails() {
        takeSteps(SendWindow.LIMIT / SendWindow.STEP);
        window.close();
        assertThat(completions).containsExactly(true, true, true, false);
        take(SendWindow.STEP);
        assertThat(completions).hasSize(5);
    }

    @Test
    void taken_pingCannotBeSent_frameCountsAsLost() {
        broken = true;
        take(SendWindow.STEP);
        assertThat(completions).containsExactly(false);
    }

    @Test
    void taken_pingCannotBeSent_nothingWaitsForItsAnswer() {
        broken = true;
        take(SendWindow.LIMIT);
        assertThat(completions).containsExactly(false);
    }
}
