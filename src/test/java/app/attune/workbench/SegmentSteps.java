package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.ui.Destination;
import app.attune.ui.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;

/// The analyst describes users: from a template, and by hand.
record SegmentSteps(Analyst analyst) {
    private static final String AUSTRIANS_ON_MOBILE = "1,071";

    SegmentSteps fromATemplate() {
        analyst.step("11-segments", () -> {
            analyst.visit(Destination.SEGMENTS);
            assertTrue(analyst.node("#table", TableView.class).getItems().size() >= 11);
        });
        analyst.step("11a-segment-from-template", () -> {
            analyst.pick("#fromTemplate", "Lapsed");
            analyst.until("the segment is counted", () -> total().matches("[\\d,]+ users.*"));
        });
        String before = users();
        analyst.step("12-row-added", () -> {
            analyst.click("#part-top-add-row");
            analyst.settle();
            analyst.choose("#part-1-field", "country");
            analyst.fill("#part-1-value", "AT");
            analyst.until("the count changes", () -> !users().equals(before) && !total().endsWith("-"));
        });
        analyst.step("13-undone", () -> {
            assertNotEquals(before, users());
            for (int i = 0; i < 10 && analyst.sees("#part-1-field"); i++) {
                analyst.chord(KeyCode.SHORTCUT, KeyCode.Z);
                analyst.settle();
            }
            analyst.until("the count is what it was", () -> users().equals(before));
        });
        return this;
    }

    SegmentSteps byHand() {
        analyst.step("14-segment-by-hand", () -> {
            analyst.dialogs.text = Optional.of("Austrians on mobile");
            analyst.visit(Destination.SEGMENTS);
            analyst.click("#newButton");
            analyst.settle();
            row(0, "country", "AT");
            row(1, "device", "mobile");
            analyst.until("the segment is counted", () -> users().equals(AUSTRIANS_ON_MOBILE));
            assertEquals("Users whose country is AT, and whose device is mobile.", analyst.text("#sentence"));
            analyst.chord(KeyCode.SHORTCUT, KeyCode.S);
        });
        compare();
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

    private String total() {
        return analyst.text("#total");
    }

    private String users() {
        return total().replaceFirst(" users.*", "");
    }
}
