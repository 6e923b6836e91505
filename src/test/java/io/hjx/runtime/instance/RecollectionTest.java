package io.hjx.runtime.instance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecollectionTest {

    @Test
    void with_moreThanKept_forgetsTheOldest() {
        Recollection recollection = Recollection.EMPTY;
        for (int id = 1; id <= 40; id++) {
            recollection = recollection.with("ann", new Answer(id, id, null));
        }
        assertThat(recollection.answer("ann", 8)).isNull();
        assertThat(recollection.answer("ann", 9)).isNotNull();
        assertThat(recollection.past("ann", 8)).isTrue();
        assertThat(recollection.past("ann", 41)).isFalse();
    }

    @Test
    void with_manyClients_keepsThemApart() {
        Recollection recollection = Recollection.EMPTY;
        for (int client = 0; client < 1_000; client++) {
            recollection = recollection.with("client" + client, new Answer(client, 0, null));
        }
        for (int client = 0; client < 1_000; client++) {
            assertThat(recollection.answer("client" + client, client)).isNotNull();
        }
        assertThat(recollection.without("client7").past("client7", 0)).isFalse();
        assertThat(recollection.past("client7", 0)).isTrue();
    }
}
