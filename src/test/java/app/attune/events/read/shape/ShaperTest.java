package app.attune.events.read.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Seeds;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ShaperTest {
    private static final String TYPED = "/value/string_value|int_value|float_value|double_value";

    @Test
    void aPathGoesDownThroughObjectsAndLists() {
        assertEquals("2", value("/a/b/1", "{'a':{'b':[1,2]}}"));
        assertEquals("[1,2]", value("/a/b", "{'a':{'b':[1,2]}}"));
        assertEquals("", value("/a/b/7", "{'a':{'b':[1,2]}}"));
        assertEquals("", value("/x/y", "{'a':1}"));
        assertEquals("z", value("/a~1b~0|c/~3x", "{'a/b~':{'[x':'z'}}"));
    }

    @Test
    void keysAndValuesInListsAreFoundWhateverTheirType() {
        String record = """
                {'event_params':[{'key':'page','value':{'string_value':'home','int_value':null}},
                 {'key':'session','value':{'string_value':null,'int_value':'7'}},
                 {'key':'price','value':{'double_value':2.50}}]}""";
        assertEquals("home", value("/event_params[key=page]" + TYPED, record));
        assertEquals("7", value("/event_params[key=session]" + TYPED, record));
        assertEquals("2.5", value("/event_params[key=price]" + TYPED, record));
        assertEquals("", value("/event_params[key=none]" + TYPED, record));
    }

    @Test
    void jsonInACellAndPackedPayloadsAreOpened() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"user\":{\"id\":\"u1\"}}".getBytes(StandardCharsets.UTF_8));
        }
        String packed = Base64.getEncoder().encodeToString(bytes.toByteArray());
        String plain =
                Base64.getUrlEncoder().encodeToString("{\"user\":{\"id\":\"ü?>\"}}".getBytes(StandardCharsets.UTF_8));
        assertEquals("u1", value("/d/(base64)/(gzip)/(json)/user/id", "{'d':'" + packed + "'}"));
        assertEquals("ü?>", value("/d/(base64)/(gzip)/(json)/user/id", "{'d':'" + plain + "'}"));
        assertEquals("3", value("/d/(json)/0/n", "{'d':'[{\\'n\\':3}]'}"));
        assertEquals("3", value("/d/(json)/0/n", "{'d':[{'n':3}]}"));
        for (String payload :
                List.of("'" + packed + "'", "{'user':{'id':'u1'}}", "'{\\'user\\':{\\'id\\':\\'u1\\'}}'")) {
            assertEquals("u1", value("/d/(unpack)/user/id", "{'d':" + payload + "}"), payload);
        }
        assertEquals("", value("/d/(unpack)/user/id", "{'d':'plain text'}"));
    }

    @Test
    void valuesOfAnotherKindAreEmptyAndCounted() {
        Shaper shaper = new Shaper(RecordShape.of(List.of(
                ShapeColumn.of("down", "/a/b"),
                ShapeColumn.of("json", "/j/(json)/x"),
                ShapeColumn.of("find", "/o[key=k]/value"),
                ShapeColumn.of("second", "/a/b", "/ok"))));
        shaper.learn(List.of());
        String[] row = shaper.rows(record("{'a':5,'j':'{broken','o':{'k':1},'ok':'yes'}"))
                .getFirst();
        assertEquals(List.of("", "", "", "yes"), List.of(row));
        assertEquals(Map.of("down", 1L, "json", 1L, "find", 1L), shaper.odd());
        shaper.rows(record("{'a':null,'j':'','o':null,'ok':'yes'}"));
        assertEquals(Map.of("down", 1L, "json", 1L, "find", 1L), shaper.odd());
    }

    @Test
    void everyElementGivesARowAndNoneGivesOne() {
        Shaper shaper = new Shaper(RecordShape.none()
                .withExplode(new Explode("/items", "item"))
                .withColumns(List.of(
                        ShapeColumn.of("id", "/id"),
                        ShapeColumn.of("item", "item/sku", "item"),
                        ShapeColumn.of("place", "item/(position)"))));
        shaper.learn(List.of());
        assertEquals("[1, a, 1] [1, b, 2]", rows(shaper, "{'id':1,'items':[{'sku':'a'},{'sku':'b'}]}"));
        assertEquals("[2, , ]", rows(shaper, "{'id':2,'items':[]}"));
        assertEquals("[3, , ]", rows(shaper, "{'id':3}"));
        assertEquals("[4, a, 1]", rows(shaper, "{'id':4,'items':{'sku':'a'}}"));
        assertEquals(Map.of(), shaper.odd());
        assertEquals("[5, , ]", rows(shaper, "{'id':5,'items':'none'}"));
        assertEquals(Map.of("/items", 1L), shaper.odd());
    }

    @Test
    void listsInListsGiveARowForEachInnermostElement() {
        Shaper shaper = new Shaper(RecordShape.none()
                .withExplode(new Explode("/hits", "hit"), new Explode("hit/product", "product"))
                .withColumns(List.of(ShapeColumn.of("page", "hit/page"), ShapeColumn.of("sku", "product/sku"))));
        shaper.learn(List.of());
        assertEquals(
                "[p1, ] [p2, a] [p2, b]",
                rows(shaper, "{'hits':[{'page':'p1'},{'page':'p2','product':[{'sku':'a'},{'sku':'b'}]}]}"));
    }

    @Test
    void rowsThatDoNotMeetTheConditionsAreLeftOutAndCounted() {
        Shaper shaper = new Shaper(RecordShape.of(List.of(ShapeColumn.of("id", "/id")))
                .withKeep(
                        new RecordTest("/op", RecordTest.Test.IN, List.of("c", "u")),
                        new RecordTest("/id", RecordTest.Test.PRESENT, List.of())));
        shaper.learn(List.of());
        assertEquals("[1]", rows(shaper, "{'op':'c','id':1}"));
        assertEquals("", rows(shaper, "{'op':'d','id':1}"));
        assertEquals("", rows(shaper, "{'op':'u'}"));
        assertEquals(2, shaper.leftOut());
    }

    @Test
    void datesAndTimesAreJoinedAndNumbersAdded() {
        ShapeColumn join =
                new ShapeColumn("at", List.of(), List.of("/date", "/time"), List.of(), "", " ", "", "", "", List.of());
        assertEquals("2026-01-02 03:04", value(join, "{'date':'2026-01-02','time':'03:04'}"));
        assertEquals("", value(join, "{'date':'2026-01-02'}"));
        ShapeColumn sum = new ShapeColumn(
                "ms",
                List.of(),
                List.of(),
                List.of(new ShapeTerm("/start", "1000"), new ShapeTerm("/ms", "")),
                "",
                "",
                "",
                "",
                "",
                List.of());
        assertEquals("1602611311250", value(sum, "{'start':'1602611311','ms':250}"));
        assertEquals("soon", value(sum, "{'start':'soon','ms':250}"));
        assertEquals("", value(sum, "{'start':'1602611311'}"));
        assertEquals("1e999", value(sum, "{'start':'1e999','ms':1}"));
    }

    @Test
    void aNumberMayBeTimesAnotherAndWhatIsMissingComesFromElsewhere() {
        ShapeColumn lines = new ShapeColumn(
                "value",
                List.of(),
                List.of(),
                List.of(new ShapeTerm("/price", "/quantity")),
                "",
                "",
                "",
                "",
                "",
                List.of("/revenue", "/total"));
        assertEquals("7.5", value(lines, "{'price':'2.50','quantity':3,'total':9}"));
        assertEquals("2.5", value(lines, "{'price':2.5}"));
        assertEquals("9", value(lines, "{'revenue':null,'total':9}"));
        assertEquals("", value(lines, "{}"));
    }

    @Test
    void numbersAreComparedAsNumbers() {
        RecordTest early = new RecordTest("/ts", RecordTest.Test.AT_MOST, List.of("100"));
        assertTrue(early.holds("99.5") && early.holds("100") && early.holds("1e1"));
        assertTrue(!early.holds("101") && !early.holds("") && !early.holds("x"));
        assertTrue(new RecordTest("/ts", RecordTest.Test.AT_LEAST, List.of("100")).holds("100"));
        assertThrows(ProblemException.class, () -> new RecordTest("/ts", RecordTest.Test.AT_MOST, List.of("x")));
    }

    @Test
    void constantsCapturesAndPrefixesShapeTexts() {
        ShapeColumn campaign = ShapeColumn.of("c", "/url").withCapture("[?&]utm_source=([^&#]*)");
        assertEquals("news", value(campaign, "{'url':'https://x.y/?a=1&utm_source=news#z'}"));
        assertEquals("", value(campaign, "{'url':'https://x.y/'}"));
        ShapeColumn constant = new ShapeColumn("c", List.of(), List.of(), List.of(), "shop", "", "", "", "", List.of());
        assertEquals("shop", value(constant, "{}"));
        ShapeColumn prefixed =
                new ShapeColumn("c", List.of("/id"), List.of(), List.of(), "", "", "", "", "crm-", List.of());
        assertEquals("crm-7", value(prefixed, "{'id':7}"));
        assertEquals("", value(prefixed, "{}"));
        ShapeColumn days =
                new ShapeColumn("c", List.of("/d"), List.of(), List.of(), "", "", "86400000", "", "", List.of("/ts"));
        assertEquals("1456012800000", value(days, "{'d':16852}"));
        assertEquals("soon", value(days, "{'d':'soon'}"));
        assertEquals("5", value(days, "{'ts':5}"));
    }

    @Test
    void aRegularExpressionThatNeverEndsIsGivenUp() {
        ShapeColumn evil = ShapeColumn.of("c", "/t").withCapture("^(a+)+$");
        assertEquals("", value(evil, "{'t':'" + "a".repeat(60) + "!'}"));
    }

    @Test
    void namesNotKnownBeforehandBecomeColumns() {
        Shaper shaper = new Shaper(RecordShape.of(List.of(ShapeColumn.of("id", "/id")))
                .withSpread(
                        Spread.object("/traits", "t_"),
                        new Spread("/params", "/key", TYPED, "", List.of("hidden"), List.of("later"))));
        shaper.learn(List.of(
                record("{'id':1,'traits':{'name':'x','address':{'city':'y'}}}"),
                record("{'params':[{'key':'n','value':{'int_value':3}},{'key':'hidden','value':{'int_value':1}}]}")));
        assertEquals(List.of("id", "later", "t_name", "t_address.city", "n"), shaper.columns());
        assertEquals(
                "[2, , , z, 4]",
                rows(
                        shaper,
                        "{'id':2,'traits':{'address':{'city':'z'},'late':1},'params':[{'key':'n','value':{'int_value':4}}]}"));
        assertEquals(List.of("t_late"), List.copyOf(shaper.unread()));
    }

    @Test
    void shapesSurviveJson() {
        RecordShape shape = new RecordShape(
                List.of("a"),
                List.of(new Explode("/items", "item")),
                List.of(new RecordTest("/op", RecordTest.Test.IN, List.of("c"))),
                List.of(
                        ShapeColumn.of("x", "item/x").withCapture("(.)"),
                        new ShapeColumn(
                                "s",
                                List.of(),
                                List.of(),
                                List.of(new ShapeTerm("/n", "2")),
                                "",
                                "",
                                "",
                                "",
                                "",
                                List.of())),
                List.of(Spread.object("/p", "p.")));
        assertEquals(shape, Json.read(Json.write(shape), RecordShape.class, "The shape"));
        assertEquals(RecordShape.none(), Json.read("{}", RecordShape.class, "The shape"));
    }

    @Test
    void descriptionsThatCannotBeAreRefusedInWords() {
        assertEquals("mapping.bad-shape", refused("item/x"));
        assertEquals("mapping.bad-shape", refused("/a[key]"));
        assertEquals("mapping.bad-shape", refused("/a/(zip)"));
        ShapeColumn column = ShapeColumn.of("a", "/a");
        assertThrows(ProblemException.class, () -> column.withCapture("(").name());
        assertThrows(
                ProblemException.class, () -> column.withCapture("no group").name());
        assertThrows(ProblemException.class, () -> RecordShape.of(List.of(column, column)));
    }

    @Test
    void whateverTheRecordTheRowsAreTheSameTwiceAndNothingThrows() {
        RecordShape shape = RecordShape.none()
                .withExplode(new Explode("/a", "x"), new Explode("x/b", "y"))
                .withColumns(List.of(
                        ShapeColumn.of("a", "/a/b/(json)/c", "x/(base64)/(gzip)"),
                        ShapeColumn.of("b", "/a[k=v]/b|c/0", "y/(position)"),
                        ShapeColumn.of("c", "/c").withCapture("(\\d+)")))
                .withSpread(Spread.object("", "s."), new Spread("/a", "/k", "/b", "k.", List.of(), List.of()));
        for (long seed = 0; seed < 400; seed++) {
            ObjectNode record = Json.mapper().createObjectNode();
            SplittableRandom random = Seeds.stream(seed, "records");
            for (String name : List.of("a", "b", "c")) {
                record.set(name, RandomTree.of(random, 4));
            }
            assertEquals(all(shape, record), all(shape, record), "seed " + seed);
            assertTrue(!all(shape, record).isEmpty(), "seed " + seed);
        }
    }

    private static List<List<String>> all(RecordShape shape, ObjectNode record) {
        Shaper shaper = new Shaper(shape);
        shaper.learn(List.of(record));
        return shaper.rows(record).stream().map(List::of).toList();
    }

    private static String refused(String path) {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> RecordShape.of(List.of(ShapeColumn.of("a", path))));
        return refused.problem().code();
    }

    private static String rows(Shaper shaper, String json) {
        return String.join(
                " ",
                shaper.rows(record(json)).stream()
                        .map(row -> List.of(row).toString())
                        .toList());
    }

    private static String value(String path, String json) {
        return value(ShapeColumn.of("value", path), json);
    }

    private static String value(ShapeColumn column, String json) {
        Shaper shaper = new Shaper(RecordShape.of(List.of(column)));
        shaper.learn(List.of());
        return shaper.rows(record(json)).getFirst()[0];
    }

    private static ObjectNode record(String json) {
        String text = json.replace("\\'", "\\\"").replace("'", "\"");
        return (ObjectNode) Json.read(text, "The record");
    }
}
