package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.SegmentDefinition;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;

/// The analyst describes users without the mouse: the keys of the editor, Tab, arrows, Space and Enter.
record SegmentKeys(Analyst analyst, SegmentEditing segment) {
    SegmentKeys(Analyst analyst) {
        this(analyst, new SegmentEditing(analyst));
    }

    void describe() {
        analyst.step("11-segment-from-template", () -> {
            analyst.command("go to segments");
            analyst.pickByKeys("#fromTemplate", "Frequent buyers");
            analyst.fillByKeys("#name", "Keen buyers");
            segment.save();
            assertTrue(analyst.text("#sentence").startsWith("Users with"), analyst.text("#sentence"));
        });
        analyst.step("12-group-added", () -> {
            analyst.tabTo("#part-top-add-group");
            analyst.type(KeyCode.SPACE);
            analyst.chooseByKeys("#part-1-kind", "Any of these");
            analyst.fillByKeys("#part-1-0-amount", "7");
            analyst.fillByKeys("#part-1-0-value", "3");
            analyst.tabTo("#part-1-kind");
            analyst.type(KeyCode.A);
            analyst.chooseByKeys("#part-1-1-field", "country");
            analyst.fillByKeys("#part-1-1-value", "AT");
            segment.save();
            assertTrue(analyst.text("#sentence").contains(" or "), analyst.text("#sentence"));
            analyst.chooseByKeys("#part-1-kind", "None of these");
            segment.save();
            assertEquals(segment.members(), segment.users());
        });
        deleteAndMove();
        compare();
        cycle();
    }

    private void deleteAndMove() {
        analyst.step("13-middle-deleted", () -> {
            analyst.tabTo("#part-top-add-row");
            analyst.type(KeyCode.SPACE);
            segment.save();
            List<Condition> before = Conditions.parts(segment.saved().condition());
            analyst.tabTo("#part-1-kind");
            analyst.type(KeyCode.DELETE);
            segment.save();
            assertEquals(
                    List.of(before.get(0), before.get(2)),
                    Conditions.parts(segment.saved().condition()));
            analyst.chord(KeyCode.SHORTCUT, KeyCode.Z);
            segment.save();
            assertEquals(before, Conditions.parts(segment.saved().condition()));
        });
        analyst.step("14-moved", () -> {
            Condition before = segment.saved().condition();
            analyst.tabTo("#part-0-field");
            analyst.chord(KeyCode.ALT, KeyCode.DOWN);
            segment.save();
            assertNotEquals(before, segment.saved().condition());
            analyst.chord(KeyCode.ALT, KeyCode.UP);
            segment.save();
            assertEquals(before, segment.saved().condition());
        });
    }

    private void compare() {
        analyst.step("15-overlap", () -> {
            analyst.tabTo("#tabs");
            for (int i = 0; i < 12 && !analyst.sees("#compareWith"); i++) {
                analyst.type(KeyCode.RIGHT);
            }
            analyst.tabTo("#compareWith");
            analyst.type(KeyCode.SPACE, KeyCode.DOWN, KeyCode.SPACE, KeyCode.ESCAPE);
            analyst.until("the overlap is counted", () -> analyst.sees("#overlapSum"));
            assertTrue(
                    analyst.node("#overlapUsers", FlowPane.class).getChildren().size() <= 20);
        });
    }

    private void cycle() {
        analyst.step("16-cycle-refused", () -> {
            SegmentDefinition first = segment.saved();
            analyst.dialogs.text = Optional.of("Of them");
            analyst.command("new segment");
            segmentRow(0, first.name());
            segment.save();
            openListed(first.name());
            segmentRow(3, "Of them");
            analyst.until("the circle is told", () -> analyst.says(first.name() + " -> Of them -> "));
            analyst.chord(KeyCode.SHORTCUT, KeyCode.Z);
        });
    }

    private void openListed(String name) {
        analyst.command("go to segments");
        analyst.tabTo("#table");
        analyst.type(KeyCode.HOME);
        List<?> rows = analyst.node("#table", TableView.class).getItems();
        for (int i = 0; i < rows.size() && !rows.get(i).toString().contains("name=" + name); i++) {
            analyst.type(KeyCode.DOWN);
        }
        analyst.type(KeyCode.ENTER);
        analyst.settle();
    }

    private void segmentRow(int number, String name) {
        analyst.pickByKeys("#part-top-add-other", "Another segment");
        analyst.chooseByKeys("#part-" + number + "-segment", name);
    }
}
