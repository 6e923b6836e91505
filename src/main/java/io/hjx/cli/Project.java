package io.hjx.cli;

import java.nio.file.Path;

/**
 * Where things lie in a checkout of HJX. Immutable.
 *
 * @param home the folder of {@code pom.xml}, absolute
 */
record Project(Path home) {

    /** The shipped components, which {@code hjx dev} without a file shows from where they can be edited. */
    Path components() {
        return home.resolve("src/main/webapp/WEB-INF/components");
    }

    /** The modules and styles that run in browsers. */
    Path browserRuntime() {
        return home.resolve("src/main/webapp/hjx");
    }

    Path war() {
        return home.resolve("target/hjx.war");
    }

    Path servers() {
        return home.resolve("target/servers");
    }

    Path payaraMicro() {
        return servers().resolve("payara-micro.jar");
    }
}
