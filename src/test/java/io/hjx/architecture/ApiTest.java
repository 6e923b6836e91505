package io.hjx.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.api.Hjx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What applications use stays as it is: {@code io.hjx.api} against the list of what it has been.
 *
 * <p>{@code -Dapi.update=true} writes the list anew; the difference is then part of the change, for its reader to see.
 */
public class ApiTest {

    private static final Path LIST = Path.of("src/test/resources/api/io.hjx.api.txt");
    private static final String ANEW = "mvn test -Dtest=ApiTest -Dapi.update=true";

    /** A type as applications know it; public, as is the class around it. */
    public interface Before {
        void kept();

        void removed(String name);

        int changed();
    }

    /** The same a version later. */
    public interface After {
        void kept();

        long changed();
    }

    @Test
    void api_isWhatItWas() throws Exception {
        ApiSurface now = ApiSurface.ofPackage(Hjx.class);
        if (Boolean.getBoolean("api.update")) {
            Files.createDirectories(LIST.getParent());
            Files.write(LIST, now.lines());
        }
        Set<String> listed = new TreeSet<>(Files.readAllLines(LIST));

        assertThat(now.missing(listed))
                .as(
                        "Applications that use these no longer compile or run. Bring them back; what is to go"
                                + " is @Deprecated for a release first. Where no release has them: %s",
                        ANEW)
                .isEmpty();
        assertThat(new ApiSurface(new TreeSet<>(listed)).missing(now.lines()))
                .as(
                        "These are new, and from now on to be kept. An abstract method breaks the applications that"
                                + " implement its type: give it a default there. Then: %s",
                        ANEW)
                .isEmpty();
    }

    @Test
    void missing_removedAndChangedMembers_areTold() {
        List<String> missing = ApiSurface.of(List.of(After.class))
                .missing(Set.copyOf(ApiSurface.of(List.of(Before.class)).lines().stream()
                        .map(line -> line.replace("Before", "After"))
                        .toList()));

        String type = ApiTest.class.getName() + "$After";
        assertThat(missing)
                .containsExactlyInAnyOrder(
                        "public abstract int " + type + ".changed()",
                        "public abstract void " + type + ".removed(java.lang.String)");
    }

    @Test
    void surface_ofThePackage_hasItsTypesAndTheirMembers() throws Exception {
        assertThat(ApiSurface.ofPackage(Hjx.class).lines())
                .hasSizeGreaterThan(50)
                .contains("public abstract io.hjx.api.Markup io.hjx.api.Hjx.render(java.lang.String,java.lang.String)");
    }
}
