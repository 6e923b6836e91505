package io.hjx.runtime.spi;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.diagnostic.Diagnostic;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the runtime finds components by name. Thread-safe. */
public interface ComponentSource {

    /** The last good version of a component, or null where there is none. */
    @Nullable CompiledComponent find(String name);

    /** The URL path of the component's module, with its content hash. */
    String moduleUrl(CompiledComponent component);

    /** Calls the listener with each component that has a new version. */
    void onChange(Consumer<CompiledComponent> listener);

    /** What keeps a component's file from compiling as it stands now; empty where nothing does. */
    List<Diagnostic> faults(String name);

    /** Calls the listener with the name of each component whose faults have come, changed or gone. */
    void onFaults(Consumer<String> listener);
}
