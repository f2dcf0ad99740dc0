package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.SegmentService;
import app.attune.segments.store.SqlSegmentOracle;
import app.attune.ui.Destination;
import app.attune.ui.Numbers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The analyst describes users: from a template, and by hand.
record SegmentSteps(Analyst analyst, SegmentEditing segment) {
    private static final String AUSTRIANS_ON_MOBILE = "1,071";

    SegmentSteps(Analyst analyst) {
        this(analyst, new SegmentEditing(analyst));
    }

    SegmentSteps fromATemplate() {
        analyst.step("11-segments", () -> {
            analyst.visit(Destination.SEGMENTS);
            assertTrue(analyst.node("#table", TableView.class).getItems().size() >= 11);
        });
        analyst.step("11a-segment-from-template", () -> {
            analyst.pick("#fromTemplate", "Frequent buyers");
            segment.counted();
            assertTrue(analyst.text("#sentence").startsWith("Users with at least 5"), analyst.text("#sentence"));
            assertTrue(segment.total().matches("[\\d,]+ users · [\\d.]+% of [\\d,]+ .*"), segment.total());
            assertEquals(segment.users(), count("#part-0-count"));
        });
        analyst.step("12-group-added", () -> {
            analyst.click("#part-top-add-group");
            analyst.choose("#part-1-kind", "Any of these");
            analyst.fill("#part-1-0-amount", "7");
            analyst.fill("#part-1-0-value", "3");
            analyst.click("#part-1-add-group");
            events("1-1-0", "cart", "is at least", "1");
            analyst.click("#part-1-1-add-row");
            events("1-1-1", "purchase", "is at most", "0");
            assertCounted("OR");
        });
        analyst.step("12a-group-negated", () -> {
            analyst.choose("#part-1-kind", "None of these");
            assertCounted("NOR");
            analyst.choose("#part-1-kind", "Any of these");
            assertCounted("OR");
        });
        deleteAndUndo();
        move();
        return this;
    }

    /// @param part path of a fresh row about view events
    private void events(String part, String type, String comparison, String value) {
        String row = "#part-" + part;
        analyst.pick(row + "-types", type + "   ");
        analyst.pick(row + "-types", "view   ");
        analyst.choose(row + "-comparison", comparison);
        analyst.fill(row + "-value", value);
    }

    /// The words between the rows fit the group, no row of ALL has fewer users than the whole, and the store counts the
    /// same.
    private void assertCounted(String connector) {
        segment.save();
        Label word = (Label) analyst.node("#part-1", VBox.class).lookup(".condition-connector");
        assertEquals(connector, word.getText());
        assertTrue(number(count("#part-0-count")) >= number(segment.users()), segment.total());
        assertTrue(number(count("#part-1-count")) >= number(segment.users()), segment.total());
        SegmentService segments = analyst.services().segments();
        try (SqlSegmentOracle oracle = new SqlSegmentOracle(segments.population(Progress.none()))) {
            Instant asOf = segments.asOf(Progress.none());
            assertEquals(
                    Numbers.count(
                            oracle.members(segment.saved().condition(), asOf).getCardinality()),
                    segment.users());
        }
    }

    private void deleteAndUndo() {
        analyst.step("13-middle-deleted", () -> {
            row(2, "country", "AT");
            segment.save();
            List<Condition> before = Conditions.parts(segment.saved().condition());
            String counted = segment.users();
            analyst.click("#part-1-delete");
            segment.save();
            assertEquals(
                    List.of(before.get(0), before.get(2)),
                    Conditions.parts(segment.saved().condition()));
            analyst.chord(KeyCode.SHORTCUT, KeyCode.Z);
            segment.save();
            assertEquals(before, Conditions.parts(segment.saved().condition()));
            assertEquals(counted, segment.users());
        });
    }

    private void move() {
        analyst.step("14-moved", () -> {
            Condition before = segment.saved().condition();
            analyst.tabTo("#part-0-menu");
            analyst.chord(KeyCode.ALT, KeyCode.DOWN);
            segment.save();
            Condition byKeys = segment.saved().condition();
            assertNotEquals(before, byKeys);
            analyst.chord(KeyCode.SHORTCUT, KeyCode.Z);
            segment.save();
            assertEquals(before, segment.saved().condition());
            analyst.drag("#part-0-handle", "#part-1-kind", 10);
            segment.save();
            assertEquals(byKeys, segment.saved().condition());
            analyst.chord(KeyCode.SHORTCUT, KeyCode.Z);
        });
    }

    private String count(String label) {
        return analyst.text(label).replaceFirst(" users?.*", "");
    }

    private static int number(String count) {
        return Integer.parseInt(count.replace(",", ""));
    }

    SegmentSteps byHand() {
        analyst.step("14-segment-by-hand", () -> {
            analyst.dialogs.text = Optional.of("Austrians on mobile");
            analyst.visit(Destination.SEGMENTS);
            analyst.click("#newButton");
            analyst.settle();
            row(0, "country", "AT");
            row(1, "device", "mobile");
            analyst.until("the segment is counted", () -> segment.users().equals(AUSTRIANS_ON_MOBILE));
            assertEquals("Users whose country is AT, and whose device is mobile.", analyst.text("#sentence"));
            analyst.chord(KeyCode.SHORTCUT, KeyCode.S);
        });
        compare();
        analyst.step("16-cycle-refused", () -> {
            analyst.dialogs.text = Optional.of("Of them on weekends");
            analyst.visit(Destination.SEGMENTS);
            analyst.click("#newButton");
            analyst.settle();
            segmentRow(0, "Austrians on mobile");
            segment.save();
            assertEquals(AUSTRIANS_ON_MOBILE, segment.users());
            analyst.open(Destination.of(Destination.SEGMENTS, "austrians-on-mobile"));
            segmentRow(2, "Of them on weekends");
            analyst.until(
                    "the circle is told",
                    () -> analyst.says("Austrians on mobile -> Of them on weekends -> Austrians on mobile"));
            analyst.picture("16-cycle");
            analyst.click("#part-2-delete");
            segment.save();
            assertEquals(AUSTRIANS_ON_MOBILE, segment.users());
        });
        analyst.step("16-segments-listed", () -> {
            analyst.visit(Destination.SEGMENTS);
            assertTrue(analyst.services().segments().list().stream()
                    .anyMatch(segment -> segment.name().equals("Austrians on mobile")));
        });
        return this;
    }

    private void compare() {
        analyst.step("15-overlap", () -> {
            analyst.click("Overlap");
            analyst.settle();
            analyst.pick("#compareWith", "Cart abandoners");
            analyst.until("the overlap is counted", () -> analyst.sees("#overlapSum"));
            List<Long> sum = Pattern.compile("(?<= )[0-9][0-9,]*(?= )")
                    .matcher(analyst.text("#overlapSum").replaceFirst(" users.*", " "))
                    .results()
                    .map(found -> Long.valueOf(found.group().replace(",", "")))
                    .toList();
            assertEquals(4, sum.size(), analyst.text("#overlapSum"));
            assertEquals(AUSTRIANS_ON_MOBILE, Numbers.count(sum.getFirst()));
            assertEquals(sum.get(3), sum.get(0) + sum.get(1) - sum.get(2), analyst.text("#overlapSum"));
            analyst.click("Austrians on mobile and Cart abandoners");
            analyst.until(
                    "twenty of them are listed",
                    () -> analyst.node("#overlapUsers", FlowPane.class)
                                    .getChildren()
                                    .size()
                            == 20);
        });
    }

    /// Leaves the picture the README shows.
    void show() {
        analyst.step("16a-segment-over-time", () -> {
            analyst.resize(1400, 900);
            analyst.open(Destination.of(Destination.SEGMENTS, "tent-browsers"));
            analyst.click("Size over time");
            analyst.until(
                    "its size is drawn",
                    () -> analyst.sees("#chart") && analyst.text("#chart").contains("Tent browsers"));
        });
        analyst.resize(1280, 800);
    }

    private void row(int number, String field, String value) {
        analyst.click("#part-top-add-row");
        analyst.settle();
        analyst.choose("#part-" + number + "-field", field);
        analyst.fill("#part-" + number + "-value", value);
    }

    private void segmentRow(int number, String name) {
        analyst.pick("#part-top-add-other", "Another segment");
        analyst.choose("#part-" + number + "-segment", name);
    }
}
