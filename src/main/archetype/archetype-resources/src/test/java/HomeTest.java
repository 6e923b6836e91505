package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hjx.test.LiveTest;
import io.hjx.test.User;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeTest {

    @Test
    void aNoteIsSeenByAll() {
        try (LiveTest test = LiveTest.of("Home")) {
            User ann = test.user("ann");
            User ben = test.user("ben");

            ann.type("Note", "Milk");
            ann.click("Add");
            ben.see("Milk");

            ben.click("Remove Milk");
            ann.dontSee("Milk");
            assertEquals(List.of(), test.state("notes"));
        }
    }
}
