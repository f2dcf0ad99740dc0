package app.attune.events.read.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShapeChangeTest {
    private static final String RECORD = """
            {"id":"o1","who":{"a/b":"k1"},"tags":["x","y"],
             "lines":[{"sku":"A","offers":[{"code":"c1"},{"code":"c2"}]},{"sku":"B","offers":[]}],
             "params":[{"key":"page","value":{"text":"home"}}],"body":"{\\"n\\":5}"}""";

    private final ObjectNode record = (ObjectNode) Json.read(RECORD, "The record");
    private final ShapeChange change = new ShapeChange(RecordOutline.of(List.of(record)));

    private RecordField field(String path) {
        return change.fields().stream()
                .filter(field -> field.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " in " + change.fields()));
    }

    private List<String> rows(RecordShape shape) {
        Shaper shaper = new Shaper(shape);
        shaper.learn(List.of(record));
        return shaper.rows(record).stream().map(row -> String.join("|", row)).toList();
    }

    @Test
    void everyPlaceIsFoundWithAnExample() {
        assertEquals("k1", field("/who/a~1b").example());
        assertEquals("who.a/b", field("/who/a~1b").name());
        assertEquals(RecordField.Kind.LIST, field("lines/offers").kind());
        assertEquals("c1", field("offers/code").example());
        assertEquals("home", field("/params[key=page]/value/text").example());
        assertEquals("5", field("/body/(json)/n").example());
        assertEquals("x", field("tags").example());
    }

    @Test
    void aListBecomesRowsAndItsPlacesColumns() {
        RecordShape shape = change.rowsOf(field("/lines"), RecordShape.none());
        assertEquals(
                List.of("id", "who.a/b", "tags", "lines.sku", "lines.offers", "params", "body"),
                shape.columns().stream().map(ShapeColumn::name).toList());
        assertEquals(2, rows(shape).size());
        assertTrue(
                rows(shape).getLast().startsWith("o1|k1|[\"x\",\"y\"]|B|[]|"),
                rows(shape).toString());
    }

    @Test
    void aListInAListBecomesRowsAndTheRecordsComeBack() {
        RecordShape shape = change.rowsOf(field("lines/offers"), RecordShape.none());
        assertEquals(3, rows(shape).size());
        assertEquals(field("lines/offers"), change.rows(shape).orElseThrow());
        RecordShape back = change.rowsOfRecords(shape);
        assertEquals(1, rows(back).size());
        assertTrue(back.columns().stream().anyMatch(column -> column.name().equals("lines")));
    }

    @Test
    void aPlaceInsideBecomesOneMoreColumnOnce() {
        RecordShape shape = change.with(field("/body/(json)/n"), RecordShape.none());
        assertTrue(rows(shape).getFirst().endsWith("|5"), rows(shape).toString());
        assertEquals(shape, change.with(field("/body/(json)/n"), shape));
        assertTrue(change.open(shape).stream().noneMatch(field -> field.path().equals("/body/(json)/n")));
    }
}
