package io.hjx.lang.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.eval.Builtins;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the analyzer knows must be what evaluation has. */
class BuiltInMembersTest {

    @Test
    void methods_everyKind_areThoseOfEvaluation() {
        assertThat(BuiltInMembers.methods(ValueKind.STRING))
                .isEqualTo(Builtins.stringMethods().keySet());
        assertThat(BuiltInMembers.methods(ValueKind.LIST))
                .isEqualTo(Builtins.listMethods().keySet());
        assertThat(BuiltInMembers.methods(ValueKind.NUMBER))
                .isEqualTo(Builtins.numberMethods().keySet());
        assertThat(BuiltInMembers.methods(ValueKind.BOOLEAN))
                .isEqualTo(Builtins.booleanMethods().keySet());
        assertThat(BuiltInMembers.methods(ValueKind.OBJECT))
                .isEqualTo(Builtins.objectMethods().keySet());
    }

    @Test
    void namespaces_everyOne_areThoseOfEvaluation() {
        Builtins.namespaces().forEach((name, namespace) -> {
            Set<String> members = new HashSet<>(namespace.functions().keySet());
            members.addAll(namespace.constants().keySet());
            assertThat(BuiltInMembers.ofNamespace(name)).as(name).isEqualTo(members);
        });
    }

    @Test
    void builtIns_everyOne_hasMembers() {
        assertThat(Vocabulary.BUILT_INS)
                .allSatisfy(name -> assertThat(BuiltInMembers.ofBuiltIn(name)).isNotEmpty());
    }

    @Test
    void advice_isForMethodsThatAreNotThere() {
        assertThat(List.of("splice", "pop", "shift", "fill", "copyWithin", "match", "matchAll", "search"))
                .allSatisfy(name -> {
                    assertThat(BuiltInMembers.advice(name)).isNotNull();
                    assertThat(BuiltInMembers.methods(ValueKind.UNKNOWN)).doesNotContain(name);
                });
    }
}
