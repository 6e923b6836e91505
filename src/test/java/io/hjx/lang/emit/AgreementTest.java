package io.hjx.lang.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.BudgetExceededException;
import io.hjx.lang.eval.Builtin;
import io.hjx.lang.eval.Builtins;
import io.hjx.lang.eval.Evaluated;
import io.hjx.lang.eval.EvaluationException;
import io.hjx.lang.eval.ExpressionEvaluator;
import io.hjx.lang.eval.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Evaluator, emitted JavaScript and, where the language is JavaScript, the plain source give the same results. */
class AgreementTest {

    private static final long SEED = Long.getLong("agreement.seed", 20261121L);
    private static final int ROUNDS = Integer.getInteger("agreement.rounds", 5000);

    private static final String STATE = """
            {"n":7,"m":-2.5,"zero":0,"big":1e21,"s":"Hello, W\u00f6rld \ud83d\ude00","empty":"","num":" 12 ",
             "t":true,"f":false,"nil":null,"nums":[3,1,2,10,-1],"words":["b","a","","ab","B"],
             "mixed":[0,"1",null,true,[2,3],{"a":1}],"none":[],
             "user":{"name":"Ada","age":36,"tags":["x","y"],"address":{"city":"Paris"}},
             "bag":{"10":"ten","b":1,"2":"two"},
             "todos":[{"id":1,"title":"wash","done":true},{"id":2,"title":"cook","done":false},
                      {"id":3,"title":"read","done":true}],
             "odd":{"__proto__":1,"constructor":2,"toString":3,"length":4,"valueOf":"x"}}
            """;

    private static final Names NAMES = Evaluated.names(STATE);
    private static JavaScript javaScript;

    @BeforeAll
    static void start() {
        javaScript = new JavaScript();
    }

    @AfterAll
    static void stop() {
        javaScript.close();
    }

    static String before() {
        return "const s = JSON.parse(" + JsWriter.quote(STATE)
                + "); const {n, m, zero, big, empty, num, t, f, nil, nums,"
                + " words, mixed, none, user, bag, todos, odd} = s; const str = s.s;";
    }

    private static String evaluate(Expr expr) {
        try {
            return JavaScript.show(ExpressionEvaluator.pure().evaluate(expr, NAMES, Budget.standard()));
        } catch (EvaluationException failure) {
            return "error: " + failure.getMessage();
        } catch (BudgetExceededException failure) {
            return "budget";
        }
    }

    private static String emit(Expr expr) {
        return new JsExpressionEmitter(name -> NAMES.find(name) == null ? null : "s." + name).emit(expr);
    }

    /** One line for each disagreement. */
    private static List<String> disagreements(List<String> sources, boolean plainToo) {
        List<Expr> trees = sources.stream().map(Evaluated::parse).toList();
        List<String> emitted = trees.stream().map(AgreementTest::emit).toList();
        List<String> inBrowser = javaScript.showAll(before(), emitted);
        List<String> plain = plainToo
                ? javaScript.showAll(
                        before(), sources.stream().map(AgreementTest::plain).toList())
                : List.of();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            String expected = evaluate(trees.get(i));
            if (!agree(expected, inBrowser.get(i))) {
                found.add(sources.get(i) + "\n  -> " + expected + "\n  JS " + emitted.get(i) + "\n  -> "
                        + inBrowser.get(i));
            }
            if (plainToo && !plain.get(i).startsWith("error: ") && !agree(expected, plain.get(i))) {
                found.add(sources.get(i) + "\n  -> " + expected + "\n  plain -> " + plain.get(i));
            }
        }
        return found;
    }

    static String plain(String source) {
        return source.replaceAll("\\bs\\b(?!\")", "str");
    }

    private static boolean agree(String ours, String theirs) {
        return ours.equals("budget")
                || ours.equals(theirs)
                || (ours.startsWith("error: ") && theirs.startsWith("error: "));
    }

    @Test
    void generated_agree() {
        Random random = new Random(SEED);
        List<String> found = new ArrayList<>();
        for (int done = 0; done < ROUNDS; done += 500) {
            List<String> sources = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                sources.add(new ExpressionGenerator(random).generate());
            }
            found.addAll(disagreements(sources, true));
        }
        assertThat(found.stream().limit(10)).as("seed %d", SEED).isEmpty();
    }

    @Test
    void edgeCases_agreeWithJavaScript() {
        assertThat(disagreements(EdgeCases.PLAIN, true)).isEmpty();
    }

    @Test
    void ownRules_agreeInTheBrowser() {
        assertThat(disagreements(EdgeCases.OWN, false)).isEmpty();
    }

    @Test
    void methods_areTheSameOnBothSides() {
        assertThat(inBrowser("list")).isEqualTo(onServer(Builtins.listMethods()));
        assertThat(inBrowser("string")).isEqualTo(onServer(Builtins.stringMethods()));
        assertThat(inBrowser("number")).isEqualTo(onServer(Builtins.numberMethods()));
        assertThat(inBrowser("boolean")).isEqualTo(onServer(Builtins.booleanMethods()));
        assertThat(inBrowser("object")).isEqualTo(onServer(Builtins.objectMethods()));
    }

    private static String inBrowser(String kind) {
        return javaScript.run("[...$.METHODS." + kind + "].sort().join(' ')").asString();
    }

    private static String onServer(Map<String, Builtin> methods) {
        return methods.values().stream()
                .filter(each -> !each.serverOnly())
                .map(Builtin::name)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void ownAlways_noNameOfAPrototype() {
        String names = javaScript
                .run("[Object, String, Array, Number, Boolean]"
                        + ".flatMap(c => Object.getOwnPropertyNames(c.prototype)).join(' ')")
                .asString();
        assertThat(names.split(" ")).noneMatch(JsTypes::isOwnAlways);
    }
}
