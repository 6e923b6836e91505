package io.hjx.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the code to {@code docs/architecture.md}. */
class LayeringTest {

    /** An empty import would please every rule. Raise it as the code grows. */
    private static final int FEWEST_CLASSES = 650;

    private static final JavaClasses HJX = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.hjx");

    private static final String[] CLOCKS = {
        "cdi", "security", "script", "cluster", "admin", "client", "test", "cli", "example"
    };

    private static final String[] THREADS = {"cdi", "script", "client", "test", "cli", "embedded"};

    @Test
    void import_ofEverything_isNotEmpty() {
        assertThat(HJX.size()).isGreaterThanOrEqualTo(FEWEST_CLASSES);
    }

    @Test
    void packages_all_areDrawn() {
        Set<String> packages = HJX.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.replaceFirst("io\\.hjx\\.?", ""))
                .collect(Collectors.toSet());

        assertThat(Rooms.names()).containsAll(packages);
    }

    static List<String> rooms() {
        return List.copyOf(Rooms.names());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void room_doors_areThoseDrawn(String room) {
        check(noClasses()
                .that()
                .resideInAPackage("io.hjx." + room)
                .should(dependOnClassesThat(
                        resideInAPackage("io.hjx..").and(not(resideInAnyPackage(Rooms.reachableFrom(room)))))));
    }

    @Test
    void lang_dependencies_arePlainJava() {
        check(classes()
                .that()
                .resideInAPackage("io.hjx.lang..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.hjx.lang.."));
    }

    @Test
    void runtime_dependencies_arePlainJava() {
        check(classes()
                .that()
                .resideInAPackage("io.hjx.runtime..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.hjx.lang..", "io.hjx.runtime..", "io.hjx.api.."));
    }

    @Test
    void messages_dependencies_arePlainJava() {
        check(classes()
                .that()
                .resideInAPackage("io.hjx.messages..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", "io.hjx.runtime..", "io.hjx.api..", "io.hjx.messages.."));
    }

    @Test
    void channels_dependencies_arePlainJava() {
        check(classes()
                .that()
                .resideInAPackage("io.hjx.channels..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", "io.hjx.runtime..", "io.hjx.api..", "io.hjx.channels.."));
    }

    @Test
    void store_dependencies_arePlainJava() {
        check(classes()
                .that()
                .resideInAPackage("io.hjx.store..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.hjx.lang..",
                        "io.hjx.runtime..",
                        "io.hjx.api..",
                        "io.hjx.store.."));
    }

    @Test
    void server_dependencies_arePlainJava() {
        check(classes()
                .that()
                .resideInAPackage("io.hjx.server..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.hjx.lang.value..",
                        "io.hjx.runtime..",
                        "io.hjx.store..",
                        "io.hjx.api..",
                        "io.hjx.server.."));
    }

    @Test
    void api_dependencies_areValuesAndAnnotations() {
        check(classes()
                .that()
                .resideInAPackage("io.hjx.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", "jakarta.inject..", "jakarta.enterprise..", "io.hjx.api.."));
    }

    @Test
    void client_dependencies_areTheJdkAlone() {
        check(classes()
                .that()
                .resideInAPackage("io.hjx.client..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.hjx.client.."));
    }

    @Test
    void webSockets_ofTheContainer_areTouchedInOneRoom() {
        check(onlyIn("jakarta.websocket..", "websocket"));
    }

    @Test
    void json_ofTheContainer_isTouchedInOneRoom() {
        check(onlyIn("jakarta.json..", "json"));
    }

    @Test
    void cbor_isTouchedInTheRoomOfJson() {
        check(onlyIn("tools.jackson..", "json"));
    }

    @Test
    void servlets_areTouchedAtTheEdge() {
        check(onlyIn("jakarta.servlet..", "web", "security", "websocket", "admin", "cdi"));
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("io.hjx.(**)").should().beFreeOfCycles().check(HJX);
    }

    @Test
    void wiring_isNobodysDependency() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.hjx.cdi", "io.hjx.cli")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.hjx.cdi", "io.hjx.cli"));
    }

    @Test
    void treesAndMessages_areValues() {
        check(classes()
                .that()
                .resideInAnyPackage("io.hjx.lang.ast", "io.hjx.runtime.protocol")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beRecords()
                .orShould()
                .beEnums()
                .orShould()
                .beInterfaces());
    }

    @Test
    void packages_all_areNullMarked() {
        List<String> unmarked = HJX.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(somewhere -> !isNullMarked(somewhere))
                .map(JavaPackage::getName)
                .toList();

        assertThat(unmarked).isEmpty();
    }

    @Test
    void standardStreams_belongToTheCommandLine() {
        check(noClasses().that().resideOutsideOfPackage("io.hjx.cli").should(ACCESS_STANDARD_STREAMS));
    }

    @Test
    void exceptions_thrown_areSpecific() {
        check(noClasses().should(THROW_GENERIC_EXCEPTIONS));
    }

    @Test
    void logging_isThePlatforms_andNeverInTheLanguage() {
        // Payara Micro changes how a program logs, and that is put back
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.hjx.embedded")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.commons.logging.."));
        check(noClasses()
                .that()
                .resideInAPackage("io.hjx.lang..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(System.Logger.class));
    }

    @Test
    void threads_areGivenIn() {
        check(noClasses()
                .that(areOutside(THREADS))
                .should()
                .callConstructorWhere(target("a new thread", Thread.class.getName(), "<init>"))
                .orShould()
                .callMethodWhere(target("an executor", "java.util.concurrent.Executors", "new.*")));
    }

    @Test
    void timeAndChance_areGivenIn() {
        check(noClasses()
                .that(areOutside(CLOCKS))
                .should()
                .callMethodWhere(target("the clock", "java\\.time\\..*", "now"))
                .orShould()
                .callMethodWhere(target("the clock", "java.lang.System", "currentTimeMillis|nanoTime"))
                .orShould()
                .callMethodWhere(target("chance", "java.lang.Math|java.util.UUID", "random.*"))
                .orShould()
                .callMethodWhere(target("chance", "java.util.concurrent.ThreadLocalRandom", "current"))
                .orShould()
                .callConstructorWhere(target("chance", "java.util.Random|java.security.SecureRandom", "<init>")));
    }

    private static ArchRule onlyIn(String packages, String... rooms) {
        return noClasses()
                .that(areOutside(rooms))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages);
    }

    private static DescribedPredicate<JavaClass> areOutside(String... rooms) {
        String[] packages =
                List.of(rooms).stream().map(room -> "io.hjx." + room + "..").toArray(String[]::new);
        return not(resideInAnyPackage(packages)).as("are outside of " + List.of(rooms));
    }

    private static <C extends JavaCall<? extends CodeUnitCallTarget>> DescribedPredicate<C> target(
            String what, String owner, String name) {
        return DescribedPredicate.describe(
                what,
                call -> call.getTargetOwner().getName().matches(owner)
                        && call.getTarget().getName().matches(name));
    }

    private static boolean isNullMarked(JavaPackage somewhere) {
        return somewhere.isAnnotatedWith(NullMarked.class);
    }

    /** Rooms still empty please every rule; the floor on the number of classes keeps that honest. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HJX);
    }
}
