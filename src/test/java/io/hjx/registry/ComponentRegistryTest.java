package io.hjx.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.CompiledComponent;
import io.hjx.runtime.spi.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentRegistryTest {
    @TempDir
    private Path root;

    private final FakeCompiler compiler = new FakeCompiler();
    private final ComponentRegistry registry = new ComponentRegistry();
    private final List<String> told = new ArrayList<>();
    private int clock;

    @BeforeEach
    void write() throws IOException {
        write("Counter.hjx", "component Counter");
        write("Page.hjx", "component Page\nimport ./ui/Button.hjx");
        write("ui/Button.hjx", "component Button");
    }

    @Test
    void open_directory_compilesEverything() throws IOException {
        open();

        assertThat(registry.all()).extracting(Deployed::name).containsExactly("Button", "Counter", "Page");
        assertThat(registry.find("Counter")).isNotNull();
        assertThat(registry.find("Nothing")).isNull();
    }

    @Test
    void moduleUrl_context_isBelowIt() throws IOException {
        open();
        CompiledComponent counter = registry.find("Counter");

        assertThat(registry.moduleUrl(counter)).isEqualTo("/app/assets/c/" + counter.hash() + "/Counter.js");
        assertThat(registry.version(counter.hash())).isSameAs(counter);
    }

    @Test
    void refresh_nothingChanged_compilesNothing() throws IOException {
        open();
        compiler.compiled.clear();

        assertThat(registry.refresh()).isFalse();
        assertThat(compiler.compiled).isEmpty();
    }

    @Test
    void refresh_importChanged_compilesItsImportersAlone() throws IOException {
        open();
        compiler.compiled.clear();
        write("ui/Button.hjx", "component Button\n# blue");

        assertThat(registry.refresh()).isTrue();
        assertThat(compiler.compiled).containsExactly("Page.hjx", "ui/Button.hjx");
        assertThat(told).containsExactlyInAnyOrder("Button", "Page");
    }

    @Test
    void refresh_broken_keepsTheLastGoodVersion() throws IOException {
        open();
        CompiledComponent good = registry.find("Counter");
        write("Counter.hjx", "component Counter\nerror");
        registry.refresh();

        assertThat(registry.find("Counter")).isSameAs(good);
        assertThat(registry.deployed("Counter").broken()).isTrue();
        assertThat(registry.deployed("Counter").source().text()).contains("error");
        assertThat(told).isEmpty();
    }

    @Test
    void refresh_repaired_tellsTheListeners() throws IOException {
        write("Counter.hjx", "component Counter\nerror");
        open();
        assertThat(registry.find("Counter")).isNull();
        assertThat(registry.deployed("Counter").broken()).isTrue();

        write("Counter.hjx", "component Counter");
        registry.refresh();

        assertThat(registry.find("Counter")).isNotNull();
        assertThat(told).containsExactly("Counter");
    }

    @Test
    void refresh_replaced_oldVersionIsStillServed() throws IOException {
        open();
        CompiledComponent old = registry.find("Counter");
        write("Counter.hjx", "component Counter\n# new");
        registry.refresh();

        assertThat(registry.find("Counter")).isNotSameAs(old);
        assertThat(registry.version(old.hash())).isSameAs(old);
    }

    @Test
    void refresh_newFile_completesAMissingImport() throws IOException {
        write("Shop.hjx", "component Shop\nimport ./Cart.hjx");
        open();
        assertThat(registry.find("Shop")).isNull();

        write("Cart.hjx", "component Cart");
        registry.refresh();

        assertThat(registry.find("Shop")).isNotNull();
        assertThat(told).containsExactlyInAnyOrder("Cart", "Shop");
    }

    @Test
    void refresh_removed_isGone() throws IOException {
        open();
        Files.delete(root.resolve("Counter.hjx"));

        assertThat(registry.refresh()).isTrue();
        assertThat(registry.find("Counter")).isNull();
        assertThat(registry.deployed("Counter")).isNull();
    }

    @Test
    void refresh_touched_tellsNobody() throws IOException {
        open();
        write("Counter.hjx", "component Counter");
        registry.refresh();

        assertThat(told).isEmpty();
    }

    @Test
    void open_oneNameTwice_firstPathHasIt() throws IOException {
        write("zoo/Counter.hjx", "component Counter\n# other");
        open();

        assertThat(registry.find("Counter").source().path()).isEqualTo("Counter.hjx");
        assertThat(registry.all()).hasSize(3);
    }

    @Test
    void deployed_neverCompiled_isNamedByItsLineOrFile() throws IOException {
        write("other.hjx", "# hello\ncomponent Named\nerror");
        write("no-title.hjx", "error");
        open();

        assertThat(registry.deployed("Named")).isNotNull();
        assertThat(registry.deployed("NoTitle")).isNotNull();
    }

    @Test
    void roles_all_areCollected() throws IOException {
        write("Staff.hjx", "component Staff\nrole hr");
        open();

        assertThat(registry.roles()).containsExactly("hr");
    }

    @Test
    void onChange_failingListener_harmsNoOther() throws IOException {
        registry.onChange(component -> {
            throw new IllegalStateException("no");
        });
        open();
        write("Counter.hjx", "component Counter\n# new");
        registry.refresh();

        assertThat(told).containsExactly("Counter");
    }

    @Test
    void watch_started_looksAgainUntilClosed() throws IOException {
        open();
        ManualTicker ticker = new ManualTicker();
        ChangeWatch watch = new ChangeWatch(registry, ticker, Runnable::run);
        watch.start();
        ticker.runNext();
        write("Counter.hjx", "component Counter\n# new");
        ticker.runNext();
        assertThat(told).containsExactly("Counter");

        watch.close();
        assertThat(ticker.due).isEmpty();
    }

    private void open() throws IOException {
        registry.open(new FileCompiler(new DirectoryFiles(root), compiler), "/app");
        registry.onChange(component -> told.add(component.name()));
    }

    /** Each write is at another time, however quick the test is. */
    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L + 1_000L * clock++));
    }

    private static final class ManualTicker implements Ticker {
        final Deque<Runnable> due = new ArrayDeque<>();

        void runNext() {
            due.remove().run();
        }

        @Override
        public long currentMillis() {
            return 0;
        }

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public Cancellable schedule(Duration delay, Runnable task) {
            due.add(task);
            return () -> due.remove(task);
        }
    }
}
