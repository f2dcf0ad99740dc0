package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.AllOf;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.compare.Overlap;
import app.attune.ui.LetterColumns;
import app.attune.ui.ScreenWalk;
import app.attune.ui.WholeTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Words have the room they need.
final class RoomTest extends Hand {
    private static final String LONG =
            "Users with at least 3 events in the last 90 days, and whose country is Austria, and"
                    + " not with at least 1 purchase event whose item is tent";

    private static Overlap overlap(int[]... ranges) {
        List<Overlap.Part> parts = new ArrayList<>();
        for (int[] range : ranges) {
            SegmentDraft draft =
                    new SegmentDraft(new SegmentId("s" + parts.size()), "S" + parts.size(), new AllOf(List.of()));
            parts.add(new Overlap.Part(draft, RoaringBitmap.bitmapOfRange(range[0], range[1])));
        }
        List<Overlap.Combination> combinations = IntStream.range(1, 1 << parts.size())
                .mapToObj(set -> combination(parts, set))
                .filter(one -> one.size() > 0)
                .sorted(Comparator.comparingInt(one -> -one.size()))
                .toList();
        List<Overlap.Pair> pairs = new ArrayList<>();
        for (int one = 0; one < parts.size(); one++) {
            for (int other = one + 1; other < parts.size(); other++) {
                RoaringBitmap first = parts.get(one).users();
                RoaringBitmap second = parts.get(other).users();
                pairs.add(new Overlap.Pair(
                        one,
                        other,
                        RoaringBitmap.andCardinality(first, second),
                        RoaringBitmap.orCardinality(first, second)));
            }
        }
        return new Overlap(Instant.EPOCH, 100_000, parts, combinations, pairs);
    }

    private static Overlap.Combination combination(List<Overlap.Part> parts, int set) {
        RoaringBitmap users = RoaringBitmap.bitmapOfRange(0, 100_000);
        List<Integer> inside = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if ((set >> i & 1) == 1) {
                users.and(parts.get(i).users());
                inside.add(i);
            } else {
                users.andNot(parts.get(i).users());
            }
        }
        return new Overlap.Combination(inside, users);
    }

    private VennView drawn(double width, int[]... ranges) {
        VennView venn = onFx(VennView::new);
        runOnFx(() -> {
            venn.setMinSize(width, 260);
            venn.setMaxSize(width, 260);
            venn.show(overlap(ranges));
        });
        show(() -> {
            VBox page = new VBox(venn);
            page.getStylesheets().add(RoomTest.class.getResource("segments.css").toExternalForm());
            return page;
        });
        runOnFx(() -> venn.getScene().getRoot().layout());
        return venn;
    }

    private static <T extends javafx.scene.Node> List<T> visible(VennView venn, Class<T> kind, String style) {
        return venn.getChildrenUnmodifiable().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(node -> node.isVisible() && node.getStyleClass().contains(style))
                .toList();
    }

    /// Two small segments that share some users, inside a large one.
    @Test
    void wordsOfSmallAreasStandBesideTheCirclesWithALine() {
        for (double width : List.of(300.0, 420.0, 700.0)) {
            VennView venn = drawn(width, new int[] {0, 10_000}, new int[] {0, 60}, new int[] {40, 100});
            onFx(() -> {
                List<Label> words = visible(venn, Label.class, "venn-words");
                assertEquals(4, words.size());
                for (int i = 0; i < words.size(); i++) {
                    Bounds one = words.get(i).getBoundsInParent();
                    assertTrue(
                            one.getMinX() >= 0 && one.getMaxX() <= width,
                            words.get(i).getText() + one);
                    for (int k = i + 1; k < words.size(); k++) {
                        assertFalse(one.intersects(words.get(k).getBoundsInParent()), i + " on " + k + " at " + width);
                    }
                }
                assertFalse(visible(venn, Line.class, "venn-leader").isEmpty());
                return true;
            });
        }
        ScreenWalk.check(window().getScene(), "segment-venn-small-areas");
    }

    @Test
    void wordsThatHaveRoomStandInTheirAreas() {
        VennView venn = drawn(420, new int[] {0, 100}, new int[] {50, 150});
        assertEquals(List.of(), onFx(() -> visible(venn, Line.class, "venn-leader")));
        assertEquals(3, onFx(() -> visible(venn, Label.class, "venn-words")).size());
    }

    @Test
    void longRulesTakeAsManyLinesAsTheyNeedAndTheTableShowsAllRows() {
        WholeTable<String> table = onFx(WholeTable::new);
        runOnFx(() -> {
            new LetterColumns<>(table, new Label()).lines("Rule", 20, words -> words);
            table.getItems().setAll(LONG, "Users with at least 3 events", LONG);
        });
        show(() -> new VBox(table));
        for (int pass = 0; pass < 3; pass++) {
            runOnFx(() -> {
                table.requestLayout();
                table.getScene().getRoot().layout();
            });
        }
        onFx(() -> {
            List<TableCell<?, ?>> cells = new ArrayList<>();
            table.lookupAll(".table-cell").forEach(cell -> {
                if (cell instanceof TableCell<?, ?> made && !made.isEmpty()) {
                    cells.add(made);
                }
            });
            assertEquals(3, cells.size(), "no row is out of sight");
            double high = cells.stream().mapToDouble(TableCell::getHeight).max().orElseThrow();
            double low = cells.stream().mapToDouble(TableCell::getHeight).min().orElseThrow();
            assertTrue(high > 1.5 * low, high + " and " + low);
            double bottom = cells.stream()
                    .mapToDouble(
                            cell -> cell.localToScene(cell.getBoundsInLocal()).getMaxY())
                    .max()
                    .orElseThrow();
            double table0 = table.localToScene(table.getBoundsInLocal()).getMaxY();
            assertTrue(bottom <= table0 + 1 && bottom > table0 - high, bottom + " of " + table0);
            return true;
        });
    }

    @Test
    void everyRowOfAProfileHasRoomInASmallWindow() {
        Desk desk = new Desk();
        open(desk);
        open(desk.save("Buyers", new AllOf(List.of(Desk.purchases("1")))));
        runOnFx(() -> {
            window().setWidth(1024);
            window().setHeight(700);
        });
        tab("profileTab");
        onFx(() -> {
            TableView<?> table = robot.lookup("#differences").queryAs(TableView.class);
            assertTrue(table.getHeight() >= 20 * (table.getItems().size() + 1), table.getHeight() + " px");
            return true;
        });
    }
}
