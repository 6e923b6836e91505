package io.hjx.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.analyze.AssetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components that jars bring, through the whole compiler. */
class LibraryFilesTest {
    private static final String BADGE = """
            component Badge
            imports:
              Icon from "./parts/Icon.hjx"
            layout:
              span.badge:
                Icon
                img (src="./star.svg", alt="")
            """;
    private static final String ICON = "component Icon\nlayout:\n  i: \"*\"\n";

    @TempDir
    private Path folder;

    private final LibraryReader reader = new LibraryReader();
    private final ComponentRegistry registry = new ComponentRegistry();
    private int clock;

    @Test
    void open_componentOfAJar_isCompiledImportedAndServed() throws IOException {
        jar("acme.jar", "acme/Badge.hjx", BADGE, "acme/parts/Icon.hjx", ICON, "acme/star.svg", "<svg/>");
        write("Home.hjx", "component Home\nimports:\n  Badge from \"./acme/Badge.hjx\"\nlayout:\n  Badge\n");
        open();

        assertThat(registry.all()).noneMatch(Deployed::broken);
        assertThat(registry.all()).extracting(Deployed::name).containsExactly("Badge", "Home", "Icon");
        AssetFile star = registry.find("Badge").assets().iterator().next();
        assertThat(star.path()).isEqualTo("acme/star.svg");
        assertThat(registry.file(star.key()).content()).isEqualTo("<svg/>".getBytes(UTF_8));
    }

    @Test
    void open_fileOfTheSamePath_theApplicationsIsUsed() throws IOException {
        jar("acme.jar", "acme/Badge.hjx", BADGE, "acme/parts/Icon.hjx", ICON, "acme/star.svg", "<svg/>");
        write("acme/parts/Icon.hjx", "component Icon\nlayout:\n  b: \"own\"\n");
        write("acme/star.svg", "<svg>own</svg>");
        open();

        AssetFile star = registry.find("Badge").assets().iterator().next();
        assertThat(registry.file(star.key()).content()).isEqualTo("<svg>own</svg>".getBytes(UTF_8));
        assertThat(registry.find("Badge").imports().get(0).source().text()).contains("own");
        assertThat(registry.find("Icon").source().text()).contains("own");
    }

    @Test
    void open_componentOfTheSameName_theApplicationsHasIt() throws IOException {
        jar("acme.jar", "a/Icon.hjx", ICON);
        write("z/Icon.hjx", "component Icon\nlayout:\n  b: \"own\"\n");
        open();

        assertThat(registry.find("Icon").source().path()).isEqualTo("z/Icon.hjx");
    }

    @Test
    void refresh_ownFileComesAndGoes_eachTimeTheUppermostIsUsed() throws IOException {
        jar("acme.jar", "acme/Icon.hjx", ICON);
        open();
        assertThat(registry.refresh()).isFalse();

        write("acme/Icon.hjx", "component Icon\nlayout:\n  b: \"own\"\n");
        assertThat(registry.refresh()).isTrue();
        assertThat(registry.find("Icon").source().text()).contains("own");

        Files.delete(folder.resolve("own/acme/Icon.hjx"));
        assertThat(registry.refresh()).isTrue();
        assertThat(registry.find("Icon").source().text()).isEqualTo(ICON);
    }

    @Test
    void read_twoJarsWithOnePath_theFirstHasIt() throws IOException {
        jar("acme.jar", "Icon.hjx", ICON);
        jar("beta.jar", "Icon.hjx", "component Beta\n", "Other.hjx", "component Other\n");
        LibraryFiles files = reader.files();

        assertThat(files.list()).containsOnlyKeys("Icon.hjx", "Other.hjx");
        assertThat(files.library("Icon.hjx")).isEqualTo("acme.jar");
        assertThat(files.library("Other.hjx")).isEqualTo("beta.jar");
    }

    @Test
    void read_namesThatLeadElsewhere_areLeftOut() throws IOException {
        jar("evil.jar", "../web.xml", "x", "a/../../b.hjx", "x", "a//b.hjx", "x", "a\\b.hjx", "x", "./c.hjx", "x");

        assertThat(reader.files().list()).isEmpty();
        assertThat(reader.files().read("../web.xml")).isInstanceOf(ComponentFiles.Missing.class);
    }

    @Test
    void read_aboveTheFolder_isOutsideAlsoWithAJar() throws IOException {
        jar("acme.jar", "Icon.hjx", ICON);
        write("Home.hjx", "component Home\n");

        assertThat(layered().read("../secret.txt")).isInstanceOf(ComponentFiles.Outside.class);
    }

    @Test
    void read_largerThanItsLimit_isTooLarge() throws IOException {
        jar("acme.jar", "Large.hjx", "x".repeat(ComponentFiles.MAX_BYTES + 1));

        assertThat(reader.files().read("Large.hjx")).isInstanceOf(ComponentFiles.TooLarge.class);
        assertThat(reader.files().list()).isEmpty();
    }

    @Test
    void read_moreThanThereIsRoomFor_isLeftOut() throws IOException {
        String large = "x".repeat(ComponentFiles.MAX_BYTES);
        for (int i = 0; i < 40; i++) {
            jar("jar" + i + ".jar", "a" + i + ".hjx", large);
        }

        assertThat(reader.files().list()).hasSize(LibraryReader.MAX_TOTAL_BYTES / ComponentFiles.MAX_BYTES);
    }

    @Test
    void read_noJar_isLeftOutAndTheOthersAreRead() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no zip");
        reader.read("broken.jar", broken);
        jar("acme.jar", "Icon.hjx", ICON);

        assertThat(reader.files().list()).containsOnlyKeys("Icon.hjx");
    }

    private void open() throws IOException {
        registry.open(layered(), "", "0");
    }

    private LayeredFiles layered() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        return new LayeredFiles(new DirectoryFiles(own), reader.files());
    }

    /** Each write is at another time, however quick the test is. */
    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("own").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L + 1_000L * clock++));
    }

    /** Makes a jar of paths and texts in turn, and reads it. */
    private void jar(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(LibraryFiles.FOLDER));
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(LibraryFiles.FOLDER + entries[i]));
                zip.write(entries[i + 1].getBytes(UTF_8));
            }
        }
        reader.read(name, file);
    }
}
