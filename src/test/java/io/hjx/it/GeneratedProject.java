package io.hjx.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A project made from the archetype as its user makes one, with Maven as a process. Confined to one thread.
 *
 * <p>Its local repository is that of this build, by links, but for HJX itself, whose artifacts are those just packaged:
 * nothing is installed outside the folder, and nothing is fetched twice.
 */
public final class GeneratedProject {

    private static final int PATIENCE_MINUTES = 8;
    private static final String VERSION = System.getProperty("project.version");
    private static final Map<String, String> ARTIFACTS = Map.of(
            ".war", "hjx.war",
            ".jar", "hjx-archetype.jar",
            "-classes.jar", "hjx-classes.jar",
            "-test.jar", "hjx-test.jar",
            "-client.jar", "hjx-client.jar");

    private final Path folder;
    private final Path repository;

    private GeneratedProject(Path folder) {
        this.folder = folder;
        this.repository = folder.resolve("repository");
    }

    /** Makes the project {@code notes}. */
    public static GeneratedProject in(Path folder) throws IOException, InterruptedException {
        GeneratedProject project = new GeneratedProject(folder);
        project.linkRepository();
        project.maven(
                folder,
                "org.apache.maven.plugins:maven-archetype-plugin:%s:generate"
                        .formatted(System.getProperty("archetype.plugin.version")),
                "-DarchetypeGroupId=io.hjx",
                "-DarchetypeArtifactId=hjx",
                "-DarchetypeVersion=" + VERSION,
                "-DgroupId=org.example",
                "-DartifactId=notes",
                "-Dpackage=org.example.notes");
        return project;
    }

    /** Where its sources are. */
    public Path path() {
        return folder.resolve("notes");
    }

    /** Compiles and tests it and makes its WAR. */
    public Path verify() throws IOException, InterruptedException {
        maven(path(), "verify");
        return path().resolve("target/notes.war");
    }

    private void linkRepository() throws IOException {
        Path all = Path.of(System.getProperty("maven.localRepository"));
        Path own = Files.createDirectories(repository.resolve("io/hjx/hjx").resolve(VERSION));
        link(all, repository, "io");
        link(all.resolve("io"), repository.resolve("io"), "hjx");
        String name = "hjx-" + VERSION;
        Files.copy(Path.of("pom.xml"), own.resolve(name + ".pom"));
        for (Map.Entry<String, String> artifact : ARTIFACTS.entrySet()) {
            Path packaged = Path.of("target", artifact.getValue());
            Files.copy(packaged, own.resolve(name + artifact.getKey()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void link(Path from, Path to, String except) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (!name.equals(except)) {
                    Files.createSymbolicLink(to.resolve(name), entry.toAbsolutePath());
                }
            }
        }
    }

    private void maven(Path where, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
        command.addAll(List.of("-B", "-ntp", "-Dmaven.repo.local=" + repository.toAbsolutePath()));
        if ("offline true".equals(System.getProperty("maven.mode"))) {
            command.add("-o");
        }
        command.addAll(List.of(arguments));
        Path log = folder.resolve("maven.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // What this build was told is not meant for that one
        builder.environment().keySet().removeAll(List.of("MAVEN_ARGS", "MAVEN_OPTS", "MAVEN_PROJECTBASEDIR"));
        builder.environment().put("JAVA_HOME", Objects.requireNonNull(System.getProperty("java.home")));
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", command) + "\n" + Files.readString(log));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
