package io.hjx.lang.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class HandlerInterpreterTest {

    private static Live handler(String... lines) {
        StringBuilder text = new StringBuilder("""
                state:
                  count = 0
                  form = { name: '' }
                  items = [1, 2, 3]
                  nothing = null
                computed:
                  double = count * 2
                handlers:
                """);
        for (String line : lines) {
            text.append("  ").append(line).append('\n');
        }
        return Live.of(text.toString());
    }

    @Test
    void set_name_isChanged() {
        assertThat(handler("go:", "  set count = count + 1")
                        .call("go")
                        .call("go")
                        .show("count"))
                .isEqualTo("2");
    }

    @Test
    void set_field_keepsTheOthers() {
        Live live = handler("go(v):", "  set form.name = v", "  set form['a b'] = 1");
        assertThat(live.call("go", "\"Ann\"").show("form")).isEqualTo("{\"name\":\"Ann\",\"a b\":1}");
    }

    @Test
    void set_item_byComputedIndex() {
        assertThat(handler("go:", "  set items[count + 1] = 9").call("go").show("items"))
                .isEqualTo("[1,9,3]");
    }

    @Test
    void set_behindTheLastItem_appends() {
        assertThat(handler("go:", "  set items[3] = 4").call("go").show("items"))
                .isEqualTo("[1,2,3,4]");
    }

    @Test
    void set_farBehindTheLastItem_isAnError() {
        assertThatThrownBy(() -> handler("go:", "  set items[7] = 4").call("go"))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("`items` has 3 items, and `7` is no position among them or right behind");
    }

    @Test
    void set_belowNull_namesWhatIsMissing() {
        assertThatThrownBy(
                        () -> handler("go:", "  set form.address.city = 'Rome'").call("go"))
                .hasMessage("`form.address` is `undefined` and has no `city`: set `form.address` to an object first");
        assertThatThrownBy(() -> handler("go:", "  set nothing.x = 1").call("go"))
                .hasMessage("`nothing` is `null` and has no `x`: set `nothing` to an object first");
    }

    @Test
    void set_undefined_isNull() {
        assertThat(handler("go:", "  set count = undefined").call("go").show("count"))
                .isEqualTo("null");
    }

    @Test
    void set_function_isAnError() {
        assertThatThrownBy(() -> handler("go:", "  set count = x => x").call("go"))
                .isInstanceOf(EvaluationException.class);
    }

    @Test
    void statements_seeWhatEarlierOnesSet_computedNamesIncluded() {
        Live live = handler("go:", "  set count = 5", "  set items = [count, double]");
        assertThat(live.call("go").show("items")).isEqualTo("[5,10]");
    }

    @Test
    void let_isGoneBehindItsBlock() {
        Live live = handler("go:", "  if (true):", "    let x = 1", "    set count = x", "  set form = typeof count");
        assertThat(live.call("go").show("count")).isEqualTo("1");
    }

    @Test
    void let_canBeSet() {
        Live live = handler(
                "go:",
                "  let sum = 0",
                "  let box = { a: 1 }",
                "  for (item in items):",
                "    set sum = sum + item",
                "  set box.a = sum",
                "  set count = box.a");
        assertThat(live.call("go").show("count")).isEqualTo("6");
    }

    @Test
    void if_takesTheFirstTrueBranch() {
        Live live = handler(
                "go(n):",
                "  if (n > 10):",
                "    set count = 1",
                "  else if (n > 5):",
                "    set count = 2",
                "  else:",
                "    set count = 3");
        assertThat(live.call("go", "11").show("count")).isEqualTo("1");
        assertThat(live.call("go", "7").show("count")).isEqualTo("2");
        assertThat(live.call("go", "0").show("count")).isEqualTo("3");
    }

    @Test
    void for_writesItemsBack() {
        Live live = Live.of(
                "state:",
                "  todos = [{ id: 1, done: false, tags: ['a'] }, { id: 2, done: true, tags: ['b'] }]",
                "handlers:",
                "  flip:",
                "    for (todo, i in todos.filter(t => !t.done)):",
                "      set todo.done = true",
                "      set todo.tags[0] = todo.done + '/' + i");
        assertThat(live.call("flip").show("todos"))
                .isEqualTo(
                        "[{\"id\":1,\"done\":true,\"tags\":[\"true/0\"]},{\"id\":2,\"done\":true,\"tags\":[\"b\"]}]");
    }

    @Test
    void for_nestedLists_writeThroughBoth() {
        Live live = Live.of(
                "state:",
                "  groups = [{ items: [{ n: 1 }, { n: 2 }] }, { items: [{ n: 3 }] }]",
                "handlers:",
                "  go:",
                "    for (group in groups):",
                "      for (item in group.items.reverse()):",
                "        set item.n = item.n * 10");
        assertThat(live.call("go").show("groups"))
                .isEqualTo("[{\"items\":[{\"n\":10},{\"n\":20}]},{\"items\":[{\"n\":30}]}]");
    }

    @Test
    void for_itemGone_isAnError() {
        Live live = Live.of(
                "state:",
                "  todos = [{ id: 1 }, { id: 2 }]",
                "handlers:",
                "  go:",
                "    for (todo in todos):",
                "      set todos = []",
                "      set todo.done = true");
        assertThatThrownBy(() -> live.call("go")).hasMessage("`todo` is not in `todos` any more");
    }

    @Test
    void for_noList_isAnErrorButNullIsEmpty() {
        assertThat(handler("go:", "  for (x in nothing):", "    set count = 1")
                        .call("go")
                        .show("count"))
                .isEqualTo("0");
        assertThatThrownBy(() -> handler("go:", "  for (x in count):", "    set count = 1")
                        .call("go"))
                .hasMessage("`for` goes through a list, and this is a number");
    }

    @Test
    void call_passesArgumentsAndHasItsOwnVariables() {
        Live live = handler(
                "go:",
                "  let n = 1",
                "  call _add(n + 1, ...[5])",
                "  set items = n",
                "_add(a, b, c):",
                "  let n = a + b",
                "  set count = n + (c === undefined ? 100 : 0)");
        live.call("go");
        assertThat(live.show("count")).isEqualTo("107");
        assertThat(live.show("items")).isEqualTo("1");
    }

    @Test
    void call_endless_exceedsTheBudgetWithItsPlace() {
        BudgetExceededException failure = catchThrowableOfType(
                BudgetExceededException.class,
                () -> handler("go:", "  call go()").call("go"));
        assertThat(failure.source()).isNotNull();
        assertThat(failure.source().slice(failure.span())).isEqualTo("call go()");
    }

    @Test
    void call_unknownOrPrivateFromOutside_isABadRequest() {
        for (String name : List.of("gone", "_hidden", "constructor", "")) {
            assertThatThrownBy(() -> handler("_hidden:", "  set count = 1").call(name))
                    .isInstanceOfSatisfying(
                            BadRequestException.class,
                            failure -> assertThat(failure.code()).isEqualTo("unknown-handler"));
        }
    }

    @Test
    void effects_areHandedOutInOrder() {
        Live live = handler(
                "go:",
                "  log \"n is {{count}}\"",
                "  log { a: [1] }",
                "  broadcast 'saved' { id: 1 }",
                "  emit \"done\"");
        assertThat(live.call("go").effects)
                .containsExactly(
                        "log go: n is 0", "log go: {\"a\":[1]}", "broadcast saved {\"id\":1}", "emit done null");
    }

    @Test
    void failure_saysWhere() {
        EvaluationException failure = catchThrowableOfType(
                EvaluationException.class,
                () -> handler("go:", "  set count = items.with(9, 0)").call("go"));
        assertThat(failure.source()).isNotNull();
        assertThat(failure.source().path()).isEqualTo("main.hjx");
        assertThat(failure.source().slice(failure.span())).contains("with");
    }

    @Test
    void builtIns_areThereWithoutAnEvent() {
        Live live = handler("go:", "  set form = [event.value, el.dataset.x, ctx.el.id, user.name, client.id]");
        assertThat(live.call("go").show("form")).isEqualTo("[null,null,null,\"ann\",\"c1\"]");
    }

    @Test
    void serverOnlyFunctions_workInHandlers() {
        assertThat(handler("go:", "  set form = [uuid(), Date.now(), Math.random()]")
                        .call("go")
                        .show("form"))
                .isEqualTo("[\"id-1\",1000,0.5]");
    }
}
