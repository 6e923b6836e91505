package io.hjx.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test kit on components as applications have them. */
class LiveTestTest {

    private static final String ORDERS = """
            component Orders
            access:
              view = authenticated
              handlers = ["manager"]
            state:
              orders = [{ id: 1, item: "Tea" }]
              note = ""
            secret:
              margin = 7
            local:
              filter = ""
            computed:
              mine = orders.filter(o => o.item.includes(filter))
            layout:
              view:
                input (aria-label="Filter", bind value <-> filter)
                ul:
                  for (o in mine key o.id):
                    li:
                      text: "{{o.item}}"
                      button (on click -> remove(o.id)): "Delete"
                text: "for {{user.name}}"
                button (on click -> fail): "Fail"
                button (disabled=true, on click -> fail): "Never"
            handlers:
              remove(id):
                set orders = orders.filter(o => o.id !== id)
                broadcast "removed" id
              fail:
                set note = orders[0].item.nothing()
            """;

    @Test
    void counter_byName_isFoundAndClicked() {
        try (LiveTest test = LiveTest.of("Counter")) {
            test.click("+");
            test.click("Increment");
            assertThat(test.text("status")).isEqualTo("Count: 2");
            assertThat(test.state("count")).isEqualTo(2);
        }
    }

    @Test
    void component_ofAJar_isFoundAndImported(@TempDir Path folder) throws IOException {
        try (LiveTest test = LiveTest.of("acme/Badge")) {
            test.see("Of a jar");
        }
        Path home = Files.writeString(
                Files.createDirectory(folder.resolve("components")).resolve("Home.hjx"),
                "component Home\nimports:\n  Badge from \"./acme/Badge.hjx\"\nlayout:\n  Badge\n");
        try (LiveTest test = LiveTest.of(home)) {
            test.see("Of a jar");
        }
    }

    @Test
    void todo_severalUsers_seeTheSame() {
        try (LiveTest test = LiveTest.of(Path.of("src/main/webapp/WEB-INF/components/Todo.hjx"))) {
            User anna = test.user("anna");
            User ben = test.user("ben");
            anna.type("What is to be done?", "Milk");
            anna.press("Enter");
            anna.type("What is to be done?", "Bread");
            anna.click("Add");
            assertThat(ben.all("listitem")).hasSize(2);
            assertThat(anna.find("textbox").value()).isEmpty();

            ben.check("Milk");
            assertThat(anna.find("checkbox", "Milk").isChecked()).isTrue();
            anna.see("1 open");

            ben.network().drop();
            anna.find("listitem", "Milk").click("Delete Milk");
            ben.see("Milk");
            ben.network().reconnect();
            ben.dontSee("Milk");
            ben.click("done");
            assertThat(ben.all("listitem")).isEmpty();
            assertThat(anna.all("listitem")).hasSize(1);
            test.assertConverged();
        }
    }

    @Test
    void access_roles_areKept() {
        try (LiveTest test = LiveTest.of(ORDERS)) {
            RefusedError nobody = catchThrowableOfType(RefusedError.class, test::visitor);
            assertThat(nobody.reason().code()).isEqualTo("sign-in");

            User ben = test.user("ben");
            RefusedError refused = catchThrowableOfType(RefusedError.class, () -> ben.click("Delete"));
            assertThat(refused.reason().code()).isEqualTo("forbidden");
            assertThat(refused).hasMessageContaining("ben was refused").hasMessageContaining("<li>");

            User anna = test.user("anna", "manager");
            anna.click("Delete");
            assertThat(ben.all("listitem")).isEmpty();
            assertThat(ben.events()).containsExactly(new LiveEvent("removed", 1));
            assertThat(ben.errors()).hasSize(1);
            anna.see("for anna");
            assertThat(test.state("margin")).isEqualTo(7);
            assertThat(anna.state()).doesNotContainKey("margin").containsEntry("filter", "");
            test.assertConverged();
        }
    }

    @Test
    void local_isEachUsersOwn() {
        try (LiveTest test = LiveTest.of(ORDERS)) {
            User anna = test.user("anna", "manager");
            User ben = test.user("ben");
            anna.type("Filter", "Coffee");
            assertThat(anna.all("listitem")).isEmpty();
            assertThat(ben.all("listitem")).hasSize(1);
            assertThat(anna.state("filter")).isEqualTo("Coffee");
            assertThat(test.state("orders")).isEqualTo(List.of(Map.of("id", 1, "item", "Tea")));
        }
    }

    @Test
    void failures_sayWhatIsThere() {
        try (LiveTest test = LiveTest.of(ORDERS)) {
            User anna = test.user("anna", "manager");
            assertThatThrownBy(() -> anna.click("Save"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("There is no element \"Save\". There is: textbox \"Filter\"")
                    .hasMessageContaining("\"mine\":[{\"id\":1,")
                    .hasMessageContaining("<button>Delete</button>");
            assertThatThrownBy(() -> anna.click("Never")).hasMessageContaining("is disabled");
            assertThatThrownBy(() -> anna.click("Fail")).hasMessageContaining("handler-failed");
            assertThatThrownBy(() -> anna.see("Coffee")).hasMessageContaining("\"Coffee\" is not shown");
            assertThatThrownBy(() -> LiveTest.of("Nowhere")).hasMessageContaining("There is no component Nowhere");
            assertThatThrownBy(() -> LiveTest.of("component X\n  what?")).hasMessageContaining("does not compile");
        }
    }

    @Test
    void time_isTheTests() {
        String clock = """
                component Clock
                state:
                  seconds = 0
                layout:
                  text: "{{seconds}} s"
                script:
                  export function init(store) {
                    setInterval(() => store.set("seconds", store.get("seconds") + 1), 1000);
                  }
                """;
        try (LiveTest test = LiveTest.of(clock)) {
            test.see("0 s");
            test.advance(Duration.ofMinutes(5));
            test.see("300 s");
            test.restart();
            test.advance(Duration.ofSeconds(10));
            test.assertConverged();
        }
    }

    @Test
    void children_slotsAndBoundProps_areUsedLikeOthers() {
        try (LiveTest test = LiveTest.of("Composition")) {
            test.html();
            test.assertConverged();
        }
    }

    @Test
    void debounce_waitsInVirtualTime() {
        String search = """
                component Search
                state:
                  asked = 0
                layout:
                  view:
                    input (aria-label="Search", on input.debounce(500) -> ask)
                    output: "{{asked}}"
                handlers:
                  ask:
                    set asked = asked + 1
                """;
        try (LiveTest test = LiveTest.of(search)) {
            test.type("Search", "a");
            test.type("Search", "ab");
            assertThat(test.text("output")).isEqualTo("0");
            test.advance(Duration.ofMillis(500));
            assertThat(test.text("output")).isEqualTo("1");
        }
    }

    @Test
    void debounce_listMovedMeanwhile_isStale() {
        String rows = """
                component Rows
                state:
                  rows = ["a", "b", "c"]
                layout:
                  view:
                    for (row in rows):
                      button (on click.debounce(500) -> drop(row)): "{{row}}"
                handlers:
                  drop(row):
                    set rows = rows.filter(other => other !== row)
                """;
        try (LiveTest test = LiveTest.of(rows)) {
            User anna = test.user("anna");
            test.user("ben").click("a");
            test.advance(Duration.ofMillis(200));
            anna.click("b");
            test.advance(Duration.ofSeconds(1));
            assertThat(test.state("rows")).isEqualTo(List.of("b", "c"));
            assertThat(anna.errors()).extracting(LiveError::code).containsExactly("stale-item");
        }
    }

    @Test
    void redeploy_keepsStateAndWhatWasTyped() {
        String before = """
                component Note
                state:
                  saved = "none"
                local:
                  draft = ""
                layout:
                  view:
                    input (aria-label="Draft", bind value <-> draft)
                    button (on click -> save): "Save"
                    output: "{{saved}}"
                handlers:
                  save:
                    set saved = draft
                """;
        try (LiveTest test = LiveTest.of(before)) {
            test.type("Draft", "first");
            test.click("Save");
            test.type("Draft", "second");
            test.redeploy(before.replace("view:\n", "view:\n    h1: \"Notes\"\n"));
            test.see("Notes", "first");
            assertThat(test.find("textbox", "Draft").value()).isEqualTo("second");
            test.click("Save");
            assertThat(test.text("output")).isEqualTo("second");
            test.assertConverged();
        }
    }
}
