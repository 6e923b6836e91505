package io.hjx.test;

import io.hjx.runtime.spi.RuntimeSettings;
import java.nio.file.Path;

/**
 * How a test begins. Immutable: each method returns another one.
 *
 * <pre>{@code
 * try (LiveTest test = LiveTest.with().key("sales").seed(7).of("Board")) { … }
 * }</pre>
 */
public final class Setup {

    private final String key;
    private final long seed;
    private final RuntimeSettings settings;

    private Setup(String key, long seed, RuntimeSettings settings) {
        this.key = key;
        this.seed = seed;
        this.settings = settings;
    }

    static Setup standard() {
        return new Setup("", 1, RuntimeSettings.standard().withDevelopment(true));
    }

    /** Which instance is opened; the empty key without. */
    public Setup key(String newKey) {
        return new Setup(newKey, seed, settings);
    }

    /** What is left to chance: the same with the same seed. 1 without. */
    public Setup seed(long newSeed) {
        return new Setup(key, newSeed, settings);
    }

    /** The bounds of the live runtime; the defaults without. */
    public Setup settings(RuntimeSettings newSettings) {
        return new Setup(key, seed, newSettings);
    }

    /** Begins the test of a component, as {@link LiveTest#of(String)} does. */
    public LiveTest of(String component) {
        boolean text = component.indexOf('\n') >= 0;
        return new LiveTest(text ? ComponentSources.ofText(component) : ComponentSources.named(component), this);
    }

    /** Begins the test of a component's file. */
    public LiveTest of(Path file) {
        return new LiveTest(ComponentSources.ofFile(file), this);
    }

    String key() {
        return key;
    }

    long seed() {
        return seed;
    }

    RuntimeSettings settings() {
        return settings;
    }
}
