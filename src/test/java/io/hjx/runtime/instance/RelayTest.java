package io.hjx.runtime.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayTest {

    private final List<Runnable> handedOver = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Relay relay = new Relay(handedOver::add);

    @Test
    void execute_outsideOfAMessage_handsOver() {
        relay.execute(() -> done.add("task"));
        assertThat(done).isEmpty();
        assertThat(handedOver).hasSize(1);
    }

    @Test
    void run_severalTasks_goesOnWithTheFirstBehindTheAction() {
        relay.run(() -> {
            relay.execute(() -> done.add("first"));
            relay.execute(() -> done.add("second"));
            done.add("action");
        });
        assertThat(done).containsExactly("action", "first");
        assertThat(handedOver).hasSize(1);
    }

    @Test
    void run_taskThatCausesTasks_handsThoseOver() {
        relay.run(() -> relay.execute(() -> relay.execute(() -> done.add("caused"))));
        assertThat(done).isEmpty();
        assertThat(handedOver).hasSize(1);
    }

    @Test
    void run_withinAnother_leavesItToTheOuter() {
        relay.run(() -> {
            relay.run(() -> relay.execute(() -> done.add("task")));
            done.add("outer");
        });
        assertThat(done).containsExactly("outer", "task");
    }

    @Test
    void run_failingAction_goesOnAllTheSame() {
        assertThatThrownBy(() -> relay.run(() -> {
                    relay.execute(() -> done.add("task"));
                    throw new IllegalStateException("deliberate");
                }))
                .hasMessage("deliberate");
        assertThat(done).containsExactly("task");
        relay.execute(() -> done.add("later"));
        assertThat(handedOver).hasSize(1);
    }
}
