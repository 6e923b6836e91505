package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** The chat room that ships, in two browsers. */
class ChatRoomBrowserIT extends VisitedWar {

    private Page enter() {
        Page page = visitors().openPlain("chat");
        page.setDefaultTimeout(15_000);
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Connected");
        return page;
    }

    private static void say(Page page, String text) {
        page.getByLabel("Message").fill(text);
        page.getByRole(AriaRole.BUTTON).click();
    }

    private static Locator last(Page page) {
        return page.getByRole(AriaRole.LOG).locator("li").last();
    }

    @Test
    void chat_twoPeople_hearEachOther_andTextIsText() {
        Page ann = enter();
        say(ann, "Hello <b>all</b>");
        assertThat(last(ann)).containsText(": Hello <b>all</b>");
        assertThat(ann.getByLabel("Message")).hasValue("");
        assertThat(ann.getByLabel("Message")).isFocused();

        Page ben = enter();
        assertThat(ben.getByRole(AriaRole.LOG)
                        .locator("li")
                        .filter(new Locator.FilterOptions().setHasText("Hello <b>all</b>")))
                .hasCount(1);
        assertThat(last(ben)).containsText("joined the chat");
        assertThat(last(ann)).containsText("joined the chat");
        say(ben, "Hi");
        assertThat(last(ann)).containsText(": Hi");
        ben.context().close();

        assertThat(last(ann)).containsText("left the chat");
        assertThat(ann.locator("#lines b")).hasCount(0);
    }

    @Test
    void page_lightAndDark_hasNoBarriers() {
        Page page = enter();
        say(page, "Hello");
        assertThat(last(page)).containsText(": Hello");
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(Axe.seriousFindings(page)).isEmpty();
        }
    }
}
