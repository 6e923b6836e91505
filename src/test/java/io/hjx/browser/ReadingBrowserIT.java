package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages in a browser whose JavaScript is off: they read. */
class ReadingBrowserIT extends VisitedWar {

    private static Locator notice(Page page) {
        return page.locator(".hjx-noscript");
    }

    private static void assertReads(Page page, Locator component, String heading, String text) {
        assertThat(component.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName(heading)))
                .isVisible();
        assertThat(component).containsText(text);
        assertThat(component.innerText()).doesNotContain("{{", "undefined");
        assertThat(notice(page)).isVisible();
    }

    @ParameterizedTest
    @CsvSource({
        "Chat, Chat, Nobody has said anything yet.",
        "Composition, Composition, Write a postcard",
        "Counter, Count: 0, Reset",
        "Dashboard, Dashboard, CPU",
        "Form, Book your seats, 40 of 40 seats are left.",
        "Profile, Ada Lovelace, Nothing about Ada Lovelace yet.",
        "SharedNote, Shared note, 0 words",
        "Todo, To do, Nothing yet."
    })
    void example_withoutJavaScript_reads(String name, String heading, String text) {
        Page page = visitors().openWithoutJavaScript("c/" + name + "?key=read");
        assertReads(page, page.locator("hjx-component"), heading, text);
    }

    @Test
    void gallery_withoutJavaScript_reads() {
        Page page = visitors().openWithoutJavaScript("");
        assertReads(page, page.locator("hjx-component[name=Counter]"), "Count: 0", "Reset");
        assertReads(page, page.locator("hjx-component[name=Todo]"), "To do", "Nothing yet.");
    }

    @Test
    void example_withoutJavaScript_showsTheStateOfNow() {
        Page live = visitors().open("c/Counter?key=now");
        live.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Increment"))
                .click();
        assertThat(live.getByText("Count: 1")).isVisible();
        assertThat(notice(live)).isHidden();

        assertThat(visitors().openWithoutJavaScript("c/Counter?key=now").getByText("Count: 1"))
                .isVisible();
    }
}
