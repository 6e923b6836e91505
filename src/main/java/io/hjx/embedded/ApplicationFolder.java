package io.hjx.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The application's WAR, unpacked for one run: without the classes that it shares with the program, and told to prefer
 * its own for all others. Confined to one thread.
 */
final class ApplicationFolder implements AutoCloseable {

    private static final String WAR = "/META-INF/hjx/hjx.war";

    /** Both sides must mean the same classes: the program's, which the server's loader finds behind its own. */
    private static final List<String> SHARED =
            List.of("WEB-INF/classes/io/hjx/api/", "WEB-INF/classes/io/hjx/embedded/");

    private static final String DESCRIPTOR = "WEB-INF/glassfish-web.xml";
    private static final String OWN_CLASSES_FIRST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE glassfish-web-app PUBLIC "-//GlassFish.org//DTD GlassFish Application Server 3.1 Servlet 3.0//EN"
              "http://glassfish.org/dtds/glassfish-web-app_3_0-1.dtd">
            <glassfish-web-app>
              <class-loader delegate="false"/>
            </glassfish-web-app>
            """;

    private final Path folder;

    private ApplicationFolder(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the application into a folder that goes with {@link #close}. */
    static ApplicationFolder unpack() {
        try (InputStream war = ApplicationFolder.class.getResourceAsStream(WAR)) {
            if (war == null) {
                throw new IllegalStateException(
                        "The application is not on the class path; add the dependency io.hjx:hjx with the classifier"
                                + " server");
            }
            ApplicationFolder made = new ApplicationFolder(Files.createTempDirectory("hjx-"));
            unpack(new ZipInputStream(war), made.war());
            Files.writeString(made.war().resolve(DESCRIPTOR), OWN_CLASSES_FIRST);
            Files.createDirectory(made.server());
            return made;
        } catch (IOException full) {
            throw new UncheckedIOException("The application cannot be unpacked", full);
        }
    }

    private static void unpack(ZipInputStream entries, Path target) throws IOException {
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (entry.isDirectory() || SHARED.stream().anyMatch(entry.getName()::startsWith)) {
                continue;
            }
            if (!file.startsWith(target)) {
                throw new IOException("an entry leads out of the archive: " + entry.getName());
            }
            Files.createDirectories(file.getParent());
            Files.copy(entries, file);
        }
    }

    /** The unpacked application. */
    Path war() {
        return folder.resolve("hjx");
    }

    /** Where the server keeps what it needs. */
    Path server() {
        return folder.resolve("server");
    }

    @Override
    public void close() {
        SystemProperties.forget(folder);
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            // What another has deleted meanwhile need not be
        }
    }
}
