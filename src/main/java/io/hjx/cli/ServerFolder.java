package io.hjx.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A folder with an unpacked Payara Micro, held by one running server at a time.
 *
 * <p>Payara Micro keeps what is deployed in its folder, so two servers cannot share one and each start begins by
 * clearing it. Unpacked, it starts in two thirds of the time, and its classes can be kept in an archive of the JVM: in
 * half. The lock goes with the process, also when that is killed. Confined to the thread that claimed it.
 */
final class ServerFolder implements AutoCloseable {

    /** How many servers may run from one checkout. */
    static final int LIMIT = 16;

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private ServerFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the first folder that no other server holds; it may not exist yet. */
    static ServerFolder claim(Path servers) throws IOException {
        Files.createDirectories(servers);
        for (int number = 1; number <= LIMIT; number++) {
            ServerFolder claimed = tryClaim(servers.resolve("micro-" + number));
            if (claimed != null) {
                return claimed;
            }
        }
        throw new CommandFailure(LIMIT + " servers run from this checkout already; stop one of them first");
    }

    private static @Nullable ServerFolder tryClaim(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolveSibling(folder.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            return lock == null ? null : new ServerFolder(folder, channel, lock);
        } catch (OverlappingFileLockException e) {
            return null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    /** The jar that starts the unpacked server. */
    Path launcher() {
        return folder.resolve("launch-micro.jar");
    }

    /** The archive of the server's classes for this very JVM; it may not exist. */
    Path archive() {
        return folder.resolve("classes-" + Runtime.version() + ".jsa");
    }

    /** Everything that the running server prints, begun anew at each start. */
    Path log() {
        return folder.resolve("server.log");
    }

    /** The commands that Payara Micro runs before it listens. */
    Path prebootCommands() {
        return folder.resolve("preboot.txt");
    }

    /**
     * Makes the folder ready for a start: unpacked from {@code microJar}, and empty of what an earlier run deployed.
     */
    void makeReady(Path microJar) throws IOException {
        if (!isUnpacked(microJar)) {
            FileTrees.delete(folder);
            Files.createDirectories(folder);
            unpack(microJar);
            FileTrees.copy(folder.resolve("config"), folder.resolve("config-as-unpacked"));
        }
        FileTrees.delete(folder.resolve("applications"));
        FileTrees.delete(folder.resolve("generated"));
        FileTrees.delete(folder.resolve("config"));
        FileTrees.copy(folder.resolve("config-as-unpacked"), folder.resolve("config"));
    }

    private boolean isUnpacked(Path microJar) throws IOException {
        return Files.isRegularFile(launcher())
                && Files.isDirectory(folder.resolve("config-as-unpacked"))
                && Files.getLastModifiedTime(launcher()).compareTo(Files.getLastModifiedTime(microJar)) >= 0;
    }

    private void unpack(Path microJar) throws IOException {
        Process process = new ProcessBuilder(
                        Java.executable(),
                        "-jar",
                        microJar.toString(),
                        "--rootdir",
                        folder.toString(),
                        "--outputlauncher")
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        if (Java.await(process) != 0 || !Files.isRegularFile(launcher())) {
            throw new CommandFailure("Payara Micro could not be unpacked; its words are in " + log());
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
