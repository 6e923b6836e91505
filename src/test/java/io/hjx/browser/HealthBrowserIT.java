package io.hjx.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.hjx.it.PackagedWar;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HealthBrowserIT {
    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load();
    }

    @Test
    void live_inChromium_showsStatus() {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.browser().newPage();
            page.navigate(base + "health/live");

            assertThat(page.textContent("body")).contains("UP");
        }
    }
}
