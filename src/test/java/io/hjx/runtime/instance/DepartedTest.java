package io.hjx.runtime.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.value.StringValue;
import io.hjx.runtime.fixture.FakeBehavior;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DepartedTest {

    private final Ledger ledger =
            new Ledger(FakeBehavior.counter(), "epoch", 0, StateMap.EMPTY, Recollection.EMPTY, 10);
    private final Departed departed = new Departed(ledger);

    private static StateMap draft(String text) {
        return StateMap.of(Map.of("draft", new StringValue(text)));
    }

    private void leave(String client, StateMap local, long nanos) {
        ledger.remember(client, new Answer(1, 0, null));
        departed.add(client, local, nanos);
    }

    @Test
    void take_comesBack_hasItsNamesAndAnswers() {
        leave("ann", draft("abc"), 0);
        StateMap back = departed.take("ann");
        assertThat(back).isNotNull();
        assertThat(back.values()).containsEntry("draft", new StringValue("abc"));
        assertThat(ledger.recollection().knows("ann")).isTrue();
        assertThat(departed.isEmpty()).isTrue();
    }

    @Test
    void purge_goneForTheWindow_nothingIsLeft() {
        leave("ann", draft("abc"), 0);
        leave("bob", ledger.initialLocal(), 5);
        departed.purge(10, 10);
        assertThat(departed.take("ann")).isNull();
        assertThat(ledger.recollection().knows("ann")).isFalse();
        assertThat(ledger.recollection().knows("bob")).isTrue();
        departed.purge(15, 10);
        assertThat(departed.isEmpty()).isTrue();
        assertThat(ledger.recollection().knows("bob")).isFalse();
    }

    @Test
    void add_tooMany_whoLeftFirstIsForgotten() {
        for (int i = 0; i <= 20_000; i++) {
            leave("client" + i, ledger.initialLocal(), i);
        }
        assertThat(departed.take("client0")).isNull();
        assertThat(ledger.recollection().knows("client0")).isFalse();
        assertThat(departed.take("client1")).isNotNull();
    }

    @Test
    void add_namesHoldTooMuch_whoLeftFirstLosesThem() {
        String large = "x".repeat(1 << 20);
        for (int i = 0; i < 5; i++) {
            leave("client" + i, draft(large), i);
        }
        assertThat(departed.take("client0")).isSameAs(ledger.initialLocal());
        assertThat(departed.take("client4")).isNotSameAs(ledger.initialLocal());
    }
}
