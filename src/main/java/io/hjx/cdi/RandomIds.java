package io.hjx.cdi;

import io.hjx.runtime.spi.IdGenerator;
import java.security.SecureRandom;
import java.util.Base64;

/** Ids of 128 random bits, in letters that URLs take. Thread-safe. */
final class RandomIds implements IdGenerator {

    private static final int BYTES = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return ENCODER.encodeToString(bytes);
    }
}
