package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.hjx.documentation.examples.Announcements;
import io.hjx.documentation.examples.Chat;
import io.hjx.documentation.examples.Devices;
import io.hjx.documentation.examples.ServerFeed;
import io.hjx.documentation.examples.Thermometer;
import io.hjx.it.PackagedWar;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The examples of {@code docs/examples.md}, deployed as they stand there, and visited. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DocumentedExamplesBrowserIT {

    @ArquillianResource
    private URL base;

    private Visitors visitors;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = PackagedWar.load()
                .addClasses(Chat.class, Chat.Said.class, ServerFeed.class, Announcements.class)
                .addClasses(Devices.class, Devices.Reading.class, Devices.Device.class);
        for (String component : new String[] {"Server.hjx", "Devices.hjx", "Announcement.hjx"}) {
            war.addAsWebInfResource("examples/" + component, "components/" + component);
        }
        for (String page :
                new String[] {"page.css", "talk.html", "talk.js", "notifications.html", "notifications.js"}) {
            war.addAsWebResource("examples/" + page, page);
        }
        return war;
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

    @Test
    void chat_betweenTwoPages() {
        Page ann = visitors.openPlain("talk.html");
        Page ben = visitors.openPlain("talk.html");
        assertThat(ann.getByRole(AriaRole.STATUS)).containsText("You are guest-");
        assertThat(ben.getByRole(AriaRole.STATUS)).containsText("You are guest-");
        ann.getByLabel("Message").fill("Hello <b>Ben</b>");
        ann.getByRole(AriaRole.BUTTON).click();

        assertThat(lines(ben)).containsText(new String[] {": Hello <b>Ben</b>"});
        assertThat(lines(ann)).hasCount(1);
        assertThat(ann.getByLabel("Message")).hasValue("");
        hasNoBarriers(ben, "chat");
    }

    private static Locator lines(Page page) {
        return page.getByRole(AriaRole.LOG).locator("p");
    }

    @Test
    void server_changesBySeconds() {
        Page page = visitors.open("c/Server");
        Locator bars = page.locator(".bar");
        int before = bars.count();

        assertThat(bars.nth(before)).isAttached();
        assertThat(page.getByText("MiB").first()).not().containsText("0 of 1 MiB");
        hasNoBarriers(page, "server");
    }

    @Test
    void note_isWrittenByTwo() {
        Page ann = visitors.open("c/SharedNote?key=documented");
        Page ben = visitors.open("c/SharedNote?key=documented");
        ann.locator("textarea").fill("We meet at nine.");

        assertThat(ben.locator("textarea")).hasValue("We meet at nine.");
        hasNoBarriers(ben, "note");
    }

    @Test
    void devices_reportAndBlink() throws Exception {
        Page page = visitors.open("c/Devices");
        assertThat(page.getByText("No device has reported yet.")).isVisible();
        Semaphore blinked = new Semaphore(0);
        URI messages = URI.create(base.toString().replace("http", "ws") + "messages");
        try (Thermometer attic = new Thermometer(messages, "attic", blinked::release);
                Thermometer cellar = new Thermometer(messages, "cellar", () -> {})) {
            cellar.report(12.5).toCompletableFuture().get(20, TimeUnit.SECONDS);
            attic.report(21.04).toCompletableFuture().get(20, TimeUnit.SECONDS);
            attic.report(31).toCompletableFuture().get(20, TimeUnit.SECONDS);
            assertThat(page.locator("li .celsius")).hasText(new String[] {"31.0 °C", "12.5 °C"});
            assertThat(page.locator("li.warm .name")).hasText("attic");

            page.getByLabel("Let attic blink").click();
            assertThat(blinked.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            hasNoBarriers(page, "devices");
        }
        page.getByLabel("Let cellar blink").click();
        assertThat(page.getByText("cellar is not connected.")).isVisible();
    }

    @Test
    void notification_reachesEverybody_andOneThatIsEmptyNobody() {
        Page ann = visitors.open("notifications.html");
        Page ben = visitors.open("notifications.html");
        ann.getByText("Send").click();
        assertThat(ann.getByText("must not be blank").first()).isVisible();
        ann.getByLabel("Tell everybody").fill("Lunch is <i>ready</i>");
        ann.getByText("Send").click();

        assertThat(lines(ben)).hasText(new String[] {"Lunch is <i>ready</i>"});
        assertThat(lines(ann)).hasText(new String[] {"Lunch is <i>ready</i>"});
        hasNoBarriers(ben, "notifications");
    }

    private static void hasNoBarriers(Page page, String picture) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(Axe.seriousFindings(page)).as("%s", scheme).isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "examples", picture + "-" + scheme + ".png")));
        }
    }
}
