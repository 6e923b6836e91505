package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Every example in Chromium, with two visitors where sharing is meant. */
class ExamplesBrowserIT extends VisitedWar {

    @Test
    void counter_twoVisitors_stayInStep() {
        Page ann = visitors().open("c/Counter?key=step");
        Page ben = visitors().open("c/Counter?key=step");

        button(ann, "Increment").click();
        assertThat(ben.getByText("Count: 1")).isVisible();
        button(ben, "Increment").click();
        button(ben, "Increment").click();
        assertThat(ann.getByText("Count: 3")).isVisible();
        button(ann, "Decrement").click();
        assertThat(ben.getByText("Count: 2")).isVisible();
        button(ben, "Reset").click();

        assertThat(ann.getByText("Count: 0")).isVisible();
        assertThat(button(ann, "Reset")).isDisabled();
    }

    @Test
    void counter_otherKey_isAnotherInstance() {
        Page ann = visitors().open("c/Counter?key=mine");
        Page ben = visitors().open("c/Counter?key=yours");

        button(ann, "Increment").click();
        assertThat(ann.getByText("Count: 1")).isVisible();

        assertThat(ben.getByText("Count: 0")).isVisible();
    }

    @Test
    void dashboard_ticks() {
        Page page = visitors().open("c/Dashboard");
        Locator time = page.locator(".value").first();
        String before = time.textContent();

        assertThat(time).not().hasText(before);
        assertThat(page.locator(".history .column").nth(1)).isAttached();
    }

    @Test
    void chat_messagesAreShared_whatIsTypedIsNot() {
        Page ann = visitors().open("c/Chat");
        Page ben = visitors().open("c/Chat");
        ben.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).fill("not yet sent");

        ann.getByLabel("Your name").fill("Ann");
        ann.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).fill("Hello <b>Ben</b>");
        button(ann, "Send").click();

        assertThat(ben.locator(".message .words")).hasText("Hello <b>Ben</b>");
        assertThat(ann.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("");
        assertThat(ben.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("not yet sent");
        assertThat(ann.locator(".message.mine")).hasCount(1);
        assertThat(ben.locator(".message.mine")).hasCount(0);
    }

    @Test
    void chat_manyMessages_arriveAsPatches() {
        Page ann = visitors().open("c/Chat?key=patches");
        Page ben = visitors().open("c/Chat?key=patches");
        List<String> patches = new CopyOnWriteArrayList<>();
        ben.onRequest(request -> {
            if (request.url().endsWith("/patch.js")) {
                patches.add(request.url());
            }
        });
        Locator message = ann.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));

        for (int i = 1; i <= 10; i++) {
            message.fill("Message number " + i);
            button(ann, "Send").click();
            assertThat(ben.locator(".message .words").last()).hasText("Message number " + i);
        }

        assertThat(ben.locator(".message .words")).hasCount(10);
        assertThat(ben.locator(".message .words").first()).hasText("Message number 1");
        assertThat(patches).hasSize(1);
    }

    @Test
    void todo_keepsFocusAndCaretWhileOthersChangeTheList() {
        Page ann = visitors().open("c/Todo");
        Page ben = visitors().open("c/Todo");
        Locator typing = ann.getByLabel("What is to be done?");
        typing.fill("Write the letter");
        typing.press("Home");
        typing.press("ArrowRight");

        add(ben, "Milk");
        add(ben, "Bread");
        assertThat(ann.locator("li")).hasCount(2);
        ben.locator("li", new Page.LocatorOptions().setHasText("Milk"))
                .getByRole(AriaRole.CHECKBOX)
                .check();
        assertThat(ann.getByText("1 open")).isVisible();

        assertThat(typing).isFocused();
        assertThat(typing).hasValue("Write the letter");
        assertThat(typing.evaluate("input => input.selectionStart")).isEqualTo(1);
        typing.pressSequentially("r");
        assertThat(typing).hasValue("Wrrite the letter");
    }

    @Test
    void todo_filterIsEachVisitorsOwn_andDeleteIsShared() {
        Page ann = visitors().open("c/Todo?key=filter");
        Page ben = visitors().open("c/Todo?key=filter");
        add(ann, "Done soon");
        add(ann, "Open long");
        assertThat(ann.locator("li")).hasCount(2);
        ann.locator("li").first().getByRole(AriaRole.CHECKBOX).check();
        assertThat(ben.locator("li.done")).hasCount(1);

        button(ann, "open").click();
        assertThat(ann.locator("li")).hasText(new String[] {"Open long×"});
        assertThat(ben.locator("li")).hasCount(2);
        button(ben, "Delete Open long").click();

        assertThat(ann.locator("li")).hasCount(0);
        assertThat(ben.locator("li")).hasCount(1);
    }

    @Test
    void form_showsWhatIsWrong_thenBooks() {
        Page page = visitors().open("c/Form");
        Page other = visitors().open("c/Form");
        page.getByLabel("E-mail").fill("nowhere");
        button(page, "Book").click();
        assertThat(page.locator("#name-error")).hasText("Please tell us your name.");
        assertThat(page.locator("#email-error")).hasText("Please enter an e-mail address.");

        page.getByLabel("Name").fill("Ann");
        page.getByLabel("E-mail").fill("ann@example.org");
        page.getByLabel("Seats").fill("3");
        button(page, "Book").click();

        assertThat(page.getByText("3 seats are yours.")).isVisible();
        assertThat(page.getByLabel("Name")).hasValue("");
        assertThat(other.getByText("37 of 40 seats are left.")).isVisible();
        assertThat(other.locator("#name-error")).hasText("");
    }

    @Test
    void form_doubleClick_booksOnce() {
        Page page = visitors().open("c/Form?key=double");
        page.getByLabel("Name").fill("Ann");
        page.getByLabel("E-mail").fill("ann@example.org");
        button(page, "Book").dblclick();

        assertThat(page.getByText("39 of 40 seats are left.")).isVisible();
        assertThat(button(page, "Book")).isEnabled();
        assertThat(page.locator("form")).not().hasAttribute("aria-busy", "true");
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("Thank you! One seat is yours.");
        assertThat(page.locator("#name-error")).hasText("");
    }

    @Test
    void profile_conditionsFollowWhatIsChosen() {
        Page page = visitors().open("c/Profile");
        Page other = visitors().open("c/Profile");
        button(page, "Edit").click();
        page.getByLabel("Name").fill("Grace Hopper");
        page.getByLabel("Status").selectOption("busy");

        assertThat(other.getByRole(AriaRole.HEADING)).hasText("Grace Hopper");
        assertThat(other.locator(".badge.busy")).isVisible();
        assertThat(other.getByLabel("Name")).hasCount(0);
        button(page, "Done").click();
        assertThat(page.getByLabel("Name")).hasCount(0);
    }

    @Test
    void composition_propsSlotsAndBindsWorkTogether() {
        Page page = visitors().open("c/Composition");
        Page other = visitors().open("c/Composition");
        assertThat(button(page, "Post")).isDisabled();
        page.getByLabel("Your name").fill("Ann");
        page.getByLabel("From").fill("Porto");
        assertThat(button(page, "Post")).isEnabled();
        button(page, "Post").click();

        assertThat(other.getByText("Greetings from Porto")).isVisible();
        assertThat(other.getByText("Having a lovely time. Yours, Ann")).isVisible();
        assertThat(page.getByLabel("From")).hasValue("");
    }

    @Test
    void sharedNote_bothWrite_neitherLosesTheCaret() {
        Page ann = visitors().open("c/SharedNote");
        Page ben = visitors().open("c/SharedNote");
        ann.locator("textarea").fill("One line");
        assertThat(ben.locator("textarea")).hasValue("One line");
        ann.locator("textarea").press("Home");

        ben.locator("textarea").fill("Another line");
        assertThat(ben.getByText("2 words, 12 of 20000")).isVisible();
        assertThat(ann.getByText("2 words, 12 of 20000")).isVisible();

        assertThat(ann.locator("textarea")).hasValue("One line");
        assertThat(ann.locator("textarea").evaluate("area => area.selectionStart"))
                .isEqualTo(0);
        ann.locator("textarea").blur();
        assertThat(ann.locator("textarea")).hasValue("Another line");
    }

    @Test
    void gallery_showsEveryExampleLive() {
        Page page = visitors().open("");

        for (String name :
                new String[] {"Counter", "Dashboard", "Chat", "Form", "Todo", "Profile", "Composition", "SharedNote"}) {
            assertThat(page.locator("hjx-component[name=" + name + "]")).isVisible();
        }
    }

    @Test
    void page_withoutJavaScript_reads() {
        Page page = visitors().openWithoutJavaScript("c/Counter?key=plain");

        assertThat(page.getByText("Count: 0")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static void add(Page page, String title) {
        page.getByLabel("What is to be done?").fill(title);
        button(page, "Add").click();
        assertThat(page.getByLabel("What is to be done?")).hasValue("");
    }
}
