package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.hjx.it.Approvers;
import io.hjx.it.CookieUsers;
import io.hjx.it.PackagedWar;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example that keeps orders in the server's data source: who orders, and who approves. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OrdersBrowserIT {

    @ArquillianResource
    private URL base;

    private Visitors visitors;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load().addClasses(CookieUsers.class, Approvers.class);
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
    void order_isPlacedByOne_andApprovedByAnother() {
        Page ann = visitors.openAs("ann", "c/Orders");
        Page boss = visitors.openAs("boss", "c/Orders");

        place(ann, "Hundred pencils", "19.90");
        assertThat(row(ann, "Hundred pencils")).containsText("19.90");
        assertThat(ann.getByLabel("What")).hasValue("");
        assertThat(row(ann, "Hundred pencils")).containsText("waits");
        row(boss, "Hundred pencils").getByRole(AriaRole.BUTTON).click();

        assertThat(row(ann, "Hundred pencils")).containsText("approved by boss");
        assertThat(row(boss, "Hundred pencils")).containsText("approved by boss");
    }

    @Test
    void order_isInEveryInstance_alsoInOneThatIsNew() {
        Page ann = visitors.openAs("ann", "c/Orders?key=one");
        Page ben = visitors.openAs("ben", "c/Orders?key=two");

        place(ann, "A desk", "250");
        assertThat(row(ben, "A desk")).containsText("250.00");

        Page cid = visitors.openAs("cid", "c/Orders?key=three");
        assertThat(row(cid, "A desk")).containsText("waits");
    }

    @Test
    void order_thatBreaksARule_isRefusedAtItsInputs() {
        Page ann = visitors.openAs("ann", "c/Orders?key=rules");
        Locator what = ann.getByLabel("What");
        Locator amount = ann.getByLabel("Amount");

        place(ann, "   ", "12");
        assertThat(what).hasAttribute("aria-invalid", "true");
        assertThat(what).hasAccessibleDescription("must not be blank");
        assertThat(what).hasAccessibleName("What");
        assertThat(what).isFocused();
        assertThat(amount).not().hasAttribute("aria-invalid", "true");
        assertThat(what).hasValue("   ");

        what.fill("A lamp");
        assertThat(what).not().hasAttribute("aria-invalid", "true");
        amount.fill("");
        ann.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Order"))
                .click();
        assertThat(amount).hasAccessibleDescription("must not be null");

        place(ann, "A lamp", "45.50");
        assertThat(row(ann, "A lamp")).containsText("45.50");
        assertThat(amount).hasAccessibleDescription("");
        assertThat(ann.locator(".hjx-invalid")).hasCount(0);
    }

    private static void place(Page page, String what, String amount) {
        page.getByLabel("What").fill(what);
        page.getByLabel("Amount").fill(amount);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Order"))
                .click();
    }

    private static Locator row(Page page, String title) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(title));
    }
}
