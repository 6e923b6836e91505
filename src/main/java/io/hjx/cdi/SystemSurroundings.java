package io.hjx.cdi;

import io.hjx.lang.eval.Surroundings;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The computer's clock and chance, for handlers and computed names. Thread-safe. */
final class SystemSurroundings implements Surroundings {

    @Override
    public long currentMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    @Override
    public String uuid() {
        return UUID.randomUUID().toString();
    }
}
