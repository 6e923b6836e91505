package io.hjx.runtime.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.Patch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferTest {

    private static final String FILLER = "x".repeat(60);

    private static String patch(Value before, Value after) {
        Patch patch = Differ.patch(Map.of("a", before), Map.of("a", after));
        return patch == null ? "whole" : Json.print(patch.toValue());
    }

    private static String patch(String before, String after) {
        return patch(Json.parse(before.replace('\'', '"')), Json.parse(after.replace('\'', '"')))
                .replace('"', '\'');
    }

    private static ObjectValue row(int id, String text) {
        return (ObjectValue) Json.parse("{\"id\":" + id + ",\"text\":\"" + text + "\",\"filler\":\"" + FILLER + "\"}");
    }

    private static List<Value> rows(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> row(i, "row " + i)).toList());
    }

    private static String edited(List<Value> rows, List<Value> edited) {
        return patch(ListValue.of(rows), ListValue.of(edited)).replace('"', '\'');
    }

    @Test
    void item_came_isAdded() {
        List<Value> rows = rows(100);
        List<Value> edited = new ArrayList<>(rows);
        edited.add(7, new StringValue("new"));
        assertThat(edited(rows, edited)).isEqualTo("[{'op':'add','path':'/a/7','value':'new'}]");
    }

    @Test
    void item_went_isRemoved() {
        List<Value> rows = rows(100);
        List<Value> edited = new ArrayList<>(rows);
        edited.remove(99);
        edited.remove(3);
        assertThat(edited(rows, edited)).isEqualTo("[{'op':'remove','path':'/a/99'},{'op':'remove','path':'/a/3'}]");
    }

    @Test
    void item_movedForwards_isMoved() {
        List<Value> rows = rows(100);
        List<Value> edited = new ArrayList<>(rows);
        edited.add(20, edited.remove(80));
        assertThat(edited(rows, edited)).isEqualTo("[{'op':'move','path':'/a/20','from':'/a/80'}]");
    }

    @Test
    void item_movedBackwards_isMoved() {
        List<Value> rows = rows(100);
        List<Value> edited = new ArrayList<>(rows);
        edited.add(80, edited.remove(20));
        assertThat(edited(rows, edited)).isEqualTo("[{'op':'move','path':'/a/80','from':'/a/20'}]");
    }

    @Test
    void field_ofAMovedItem_isReplacedWhereTheItemIsNow() {
        List<Value> rows = rows(100);
        List<Value> edited = new ArrayList<>(rows);
        edited.add(20, ((ObjectValue) edited.remove(80)).with("text", new StringValue("new")));
        assertThat(edited(rows, edited))
                .isEqualTo("[{'op':'move','path':'/a/20','from':'/a/80'},"
                        + "{'op':'replace','path':'/a/20/text','value':'new'}]");
    }

    @Test
    void items_equalButNotShared_areTheSame() {
        List<Value> edited = rows(100);
        edited.add(new StringValue("new"));
        assertThat(edited(rows(100), edited)).isEqualTo("[{'op':'add','path':'/a/100','value':'new'}]");
    }

    @Test
    void item_withoutId_isComparedWithWhatWasInItsPlace() {
        String other = "{'filler':'" + FILLER + "','n':1}";
        assertThat(patch(
                        "[" + other + ",{'filler':'" + FILLER + "','n':1},'end']",
                        "[" + other + ",{'filler':'" + FILLER + "','n':2},'end']"))
                .isEqualTo("[{'op':'replace','path':'/a/1/n','value':2}]");
    }

    @Test
    void texts_wereMoved_areMoved() {
        String one = "'" + FILLER + "'";
        assertThat(patch("[" + one + ",'b'," + "'c']", "['b','c'," + one + "]"))
                .isEqualTo("[{'op':'move','path':'/a/2','from':'/a/0'}]");
    }

    @Test
    void fields_cameWentAndChanged_areEdited() {
        assertThat(patch(
                        "{'keep':'" + FILLER + FILLER + "','gone':1,'deep':{'n':1,'keep':'" + FILLER + "'}}",
                        "{'keep':'" + FILLER + FILLER + "','deep':{'n':2,'keep':'" + FILLER + "'},'new':[]}"))
                .isEqualTo("[{'op':'remove','path':'/a/gone'},{'op':'replace','path':'/a/deep/n','value':2},"
                        + "{'op':'add','path':'/a/new','value':[]}]");
    }

    @Test
    void keys_inAnotherOrder_areReplaced() {
        String long1 = "'x':'" + FILLER + "'";
        assertThat(patch("{" + long1 + ",'o':{'b':1,'c':2}}", "{" + long1 + ",'o':{'c':2,'b':1}}"))
                .isEqualTo("[{'op':'replace','path':'/a/o','value':{'c':2,'b':1}}]");
        assertThat(patch("{" + long1 + ",'o':{'b':1}}", "{" + long1 + ",'o':{'c':2,'b':1}}"))
                .isEqualTo("[{'op':'replace','path':'/a/o','value':{'c':2,'b':1}}]");
    }

    @Test
    void key_thatBrowsersCannotAssign_isNeverEdited() {
        String filler = "'filler':'" + FILLER + FILLER + "'";
        assertThat(patch("{" + filler + "}", "{" + filler + ",'__proto__':{'n':1}}"))
                .isEqualTo("whole");
    }

    @Test
    void keys_withSlashesAndTildes_areEscaped() {
        String filler = "'filler':'" + FILLER + "'";
        assertThat(patch("{'a/b':{'~1':1}," + filler + "}", "{'a/b':{'~1':2}," + filler + "}"))
                .isEqualTo("[{'op':'replace','path':'/a/a~1b/~01','value':2}]");
    }

    @Test
    void names_changedTogether_shareOnePatch() {
        List<Value> rows = rows(100);
        List<Value> edited = new ArrayList<>(rows);
        edited.remove(0);
        Value list = ListValue.of(rows);
        Patch patch = Differ.patch(
                Map.of("rows", list), new TreeMap<>(Map.of("rows", ListValue.of(edited), "count", NumberValue.of(99))));
        assertThat(Json.print(patch.toValue()).replace('"', '\''))
                .isEqualTo("[{'op':'add','path':'/count','value':99},{'op':'remove','path':'/rows/0'}]");
    }

    @Test
    void values_whereAPatchIsLonger_areWhole() {
        assertThat(patch("[1,2,3]", "[1,2,3,4]")).isEqualTo("whole");
        assertThat(patch("'" + FILLER + "'", "'" + FILLER + "y'")).isEqualTo("whole");
        assertThat(Differ.patch(Map.of(), Map.of("a", ListValue.of(rows(10))))).isNull();
    }

    @Test
    void list_againAsItWas_isNothing() {
        assertThat(patch(ListValue.of(rows(3)), ListValue.of(rows(3)))).isEqualTo("[]");
    }

    @Test
    void list_shuffled_isNotWorthTheWork() {
        List<Value> rows = rows(10_000);
        List<Value> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(edited(rows, shuffled)).isEqualTo("whole");
    }

    @Test
    void list_allNew_isWhole() {
        List<Value> others = new ArrayList<>(
                IntStream.range(10_000, 20_000).mapToObj(i -> row(i, "other")).toList());
        assertThat(edited(rows(10_000), others)).isEqualTo("whole");
    }
}
