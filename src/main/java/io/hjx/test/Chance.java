package io.hjx.test;

import io.hjx.lang.eval.Surroundings;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;

/** What is left to chance in a test: the same for the same seed. Confined to the test's thread. */
final class Chance {

    private final Random random;
    private int ids;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** Another one, which goes its own way. */
    Chance fork() {
        return new Chance(random.nextLong());
    }

    double next() {
        return random.nextDouble();
    }

    /** Anything from nothing up to, and without, a time. */
    Duration upTo(Duration most) {
        return Duration.ofNanos((long) (most.toNanos() * next()));
    }

    boolean heads() {
        return random.nextBoolean();
    }

    /** An id that nobody else has. */
    String id() {
        return "id" + ++ids;
    }

    /** What handlers may ask of the world. */
    Surroundings surroundings(VirtualTime time) {
        return new Surroundings() {
            @Override
            public long currentMillis() {
                return time.currentMillis();
            }

            @Override
            public double random() {
                return next();
            }

            @Override
            public String uuid() {
                byte[] bytes = new byte[16];
                random.nextBytes(bytes);
                return UUID.nameUUIDFromBytes(bytes).toString();
            }
        };
    }
}
