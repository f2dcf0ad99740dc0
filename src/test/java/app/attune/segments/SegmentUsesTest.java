package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.events.ColumnRole;
import app.attune.events.FieldType;
import app.attune.events.MappedColumn;
import app.attune.events.quality.SchemaColumn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SegmentUsesTest {
    @Test
    void everyRoleOfAColumnIsFoundInTheSegmentThatAsksForIt() {
        assertUsed("consent_personalisation", column("werbung", ColumnRole.CONSENT, "personalisation"));
        assertUsed("consented_at_personalisation", column("seit", ColumnRole.CONSENT_TIME, "personalisation"));
        assertUsed("age", column("Age", ColumnRole.ATTRIBUTE, "age"));
        assertUsed("load_time", column("loaded", ColumnRole.LOAD_TIME, "loaded"));
    }

    private static SchemaColumn column(String name, ColumnRole role, String kept) {
        String keptName = new MappedColumn(name, role, kept, FieldType.TEXT).keptName();
        return new SchemaColumn(name, keptName, role.label(), role);
    }

    private static void assertUsed(String attribute, SchemaColumn column) {
        List<SegmentDefinition> segments = List.of(segment("Young", attribute), segment("Others", "country"));
        assertEquals(List.of("segment Young"), SegmentUses.of(segments, column));
    }

    private static SegmentDefinition segment(String name, String attribute) {
        Condition condition = new NoneOf(List.of(new AttributeCondition(attribute, Comparison.IS_MISSING, List.of())));
        return new SegmentDefinition(new SegmentId("young"), 1, name, condition, "Ada", "", Instant.EPOCH);
    }
}
