package io.hjx.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.emit.ContentHash;
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
    void hasScripts_isTrueFromTheFirstScriptOn() throws IOException {
        open();
        assertThat(registry.hasScripts()).isFalse();

        write("Clock.hjx", "component Clock\nscript");
        registry.refresh();

        assertThat(registry.hasScripts()).isTrue();
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
    void refresh_faults_areToldWhenTheyComeAndGo() throws IOException {
        open();
        List<String> faulty = new ArrayList<>();
        registry.onFaults(name -> faulty.add(name + " " + registry.faults(name).size()));
        assertThat(registry.faults("Counter")).isEmpty();
        assertThat(registry.faults("Nothing")).isEmpty();

        write("ui/Button.hjx", "component Button\nerror");
        registry.refresh();
        assertThat(faulty).containsExactly("Button 1", "Page 1");

        write("ui/Button.hjx", "component Button");
        registry.refresh();
        assertThat(faulty).containsExactly("Button 1", "Page 1", "Button 0", "Page 0");
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
    void refresh_fileBesideChanged_makesNewVersionsOfAllThatShowIt() throws IOException {
        write("ui/logo.svg", "<svg/>");
        write("ui/Button.hjx", "component Button\nshow ./logo.svg");
        open();
        CompiledComponent old = registry.find("Button");
        assertThat(new String(shown(old).content(), UTF_8)).isEqualTo("<svg/>");

        write("ui/logo.svg", "<svg></svg>");
        assertThat(registry.refresh()).isTrue();

        assertThat(told).containsExactlyInAnyOrder("Button", "Page");
        assertThat(registry.find("Button").hash()).isNotEqualTo(old.hash());
        assertThat(new String(shown(registry.find("Button")).content(), UTF_8)).isEqualTo("<svg></svg>");
        assertThat(shown(old).content()).isNull();
    }

    @Test
    void refresh_fileBesideCame_completesTheComponent() throws IOException {
        write("Counter.hjx", "component Counter\nshow ./logo.svg");
        open();
        assertThat(registry.find("Counter")).isNull();

        write("logo.svg", "<svg/>");
        registry.refresh();

        assertThat(told).containsExactly("Counter");
    }

    @Test
    void file_shownByTwo_namesBothOnce() throws IOException {
        write("logo.svg", "<svg/>");
        write("ui/Button.hjx", "component Button\nshow ../logo.svg");
        write("Counter.hjx", "component Counter\nrole hr\nshow ./logo.svg");
        open();

        assertThat(shown(registry.find("Counter")).shownBy())
                .extracting(CompiledComponent::name)
                .containsExactlyInAnyOrder("Button", "Counter");
    }

    @Test
    void file_nobodyRefersTo_isNull() throws IOException {
        write("secret.txt", "secret");
        open();
        String hash = ContentHash.of("secret", AssetFile.HASH_DIGITS);

        assertThat(registry.file(hash + "/secret.txt")).isNull();
    }

    private ShownFile shown(CompiledComponent component) {
        return registry.file(component.assets().iterator().next().key());
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
        registry.open(new FileCompiler(new ImportLoader(new DirectoryFiles(root), "/app/assets/f/"), compiler), "/app");
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
