package io.hjx.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.it.PackagedWar;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The application that ships, on a server, and its visitors, in whose pages nothing may go wrong. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
abstract class VisitedWar {

    @ArquillianResource
    private URL base;

    private Visitors visitors;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load();
    }

    @BeforeEach
    void open() {
        visitors = new Visitors(base);
    }

    @AfterEach
    void nothingWentWrongInThePages() {
        visitors.close();
        assertThat(visitors.problems()).isEmpty();
    }

    URL base() {
        return base;
    }

    Visitors visitors() {
        return visitors;
    }
}
