package io.hjx.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hjx.test.LiveTest;
import io.hjx.test.RefusedError;
import io.hjx.test.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueueTest {

    @Test
    void everybodySeesWhoIsNext() {
        try (LiveTest test = LiveTest.of(QUEUE)) {
            User anna = test.user("anna");
            User desk = test.user("ben", "desk");

            anna.type("Your name", "Anna");
            anna.press("Enter");
            desk.see("1 waiting");

            desk.find("listitem", "Anna").click("Next");
            anna.see("Now: Anna");
            assertEquals("Anna", test.state("now"));

            var refused = assertThrows(RefusedError.class, () -> anna.click("Close"));
            assertEquals("forbidden", refused.reason().code());
        }
    }

    @Test
    void whoIsOfflineIsNotLost() {
        try (LiveTest test = LiveTest.of(QUEUE)) {
            User anna = test.user("anna");
            anna.network().drop();
            anna.type("Your name", "Anna");
            anna.press("Enter");
            test.advance(Duration.ofMinutes(5));
            anna.network().reconnect();
            test.assertConverged();
            assertEquals(1, anna.all("listitem").size());
        }
    }

    static final String QUEUE = """
            component Queue
            access:
              next = ["desk"]
              close = ["desk"]
            state:
              waiting = []
              now = ""
            local:
              name = ""
            layout:
              view:
                form (on submit -> join):
                  input (aria-label="Your name", bind value <-> name)
                output: "{{waiting.length}} waiting"
                p: "Now: {{now}}"
                ol:
                  for (person in waiting key person.id):
                    li:
                      text: "{{person.name}}"
                      button (on click -> next(person.id)): "Next"
                button (on click -> close): "Close"
            handlers:
              join:
                set waiting = [...waiting, { id: uuid(), name: name }]
                set name = ""
              next(id):
                set now = waiting.find(person => person.id === id).name
                set waiting = waiting.filter(person => person.id !== id)
              close:
                set waiting = []
            """;
}
