package app.attune.segments.ui;

import app.attune.segments.Conditions;
import app.attune.ui.Tips;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// Lets a part be dragged by its handle: before or after another, or into a group. Nothing locked moves, and nothing
/// moves into what is locked or into itself.
final class PartDrag {
    private static final String DRAGGED = "segments.dragged";

    /// In pixels, how near to an edge it scrolls, and how far in parts of the whole way.
    private static final double EDGE = 28;

    private static final double STEP = 0.04;

    /// Where a part lands, as it is shown on the part below the mouse.
    private enum Side {
        ABOVE,
        BELOW,
        INSIDE;

        PseudoClass look() {
            return PseudoClass.getPseudoClass("drop-" + name().toLowerCase(Locale.ROOT));
        }
    }

    /// @param gap the path of the part it lands before, or of one past the last
    private record Landing(List<Integer> gap, Side side) {}

    private PartDrag() {}

    /// What a part is taken by.
    static Node handle(Part part) {
        Label handle = new Label("", new FontIcon("mdoal-drag_indicator"));
        handle.setId(part.id("handle"));
        handle.setAccessibleText(part.spoken("part.drag"));
        handle.getStyleClass().add("condition-handle");
        handle.setTooltip(Tips.of(part.texts().get("part.drag.tip")));
        handle.setCursor(Cursor.OPEN_HAND);
        handle.getProperties().put(DRAGGED, part.path());
        handle.setOnDragDetected(event -> {
            if (part.model().commands().lockAround(part.path()).isEmpty()) {
                ClipboardContent content = new ClipboardContent();
                content.putString(part.number());
                handle.startDragAndDrop(TransferMode.MOVE).setContent(content);
            }
            event.consume();
        });
        return handle;
    }

    /// Lets other parts be dropped on the box of `part`.
    static void accept(Part part, Region box) {
        box.setOnDragOver(event -> {
            Optional<Landing> landing = landing(part, box, event);
            show(box, landing.map(Landing::side));
            if (landing.isPresent()) {
                event.acceptTransferModes(TransferMode.MOVE);
            }
            event.consume();
        });
        box.setOnDragExited(event -> show(box, Optional.empty()));
        box.setOnDragDropped(event -> {
            Optional<Landing> landing = landing(part, box, event);
            landing.ifPresent(found ->
                    dragged(event).ifPresent(from -> part.model().commands().moveTo(from, found.gap())));
            event.setDropCompleted(landing.isPresent());
            event.consume();
        });
    }

    /// Scrolls while a part is dragged along the upper or the lower edge.
    static void scrollAtEdges(ScrollPane around) {
        around.addEventFilter(DragEvent.DRAG_OVER, event -> {
            double y = around.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
            if (y < EDGE) {
                around.setVvalue(around.getVvalue() - STEP);
            } else if (y > around.getHeight() - EDGE) {
                around.setVvalue(around.getVvalue() + STEP);
            }
        });
    }

    private static void show(Region box, Optional<Side> side) {
        for (Side each : Side.values()) {
            box.pseudoClassStateChanged(each.look(), side.filter(each::equals).isPresent());
        }
    }

    /// The path of the part that is dragged.
    private static Optional<List<Integer>> dragged(DragEvent event) {
        if (event.getGestureSource() instanceof Node source
                && source.getProperties().get(DRAGGED) instanceof List<?> path) {
            return Optional.of(path.stream().map(Integer.class::cast).toList());
        }
        return Optional.empty();
    }

    private static Optional<Landing> landing(Part part, Region box, DragEvent event) {
        Landing landing = at(part, box, event.getY());
        List<Integer> gap = landing.gap();
        List<Integer> group = gap.subList(0, gap.size() - 1);
        return dragged(event)
                .filter(from -> !ConditionEdits.isWithin(gap, from))
                .filter(from -> part.model().commands().lockAround(group).isEmpty())
                .map(from -> landing);
    }

    /// Of a row its upper and its lower half; of a group what is above its first part, and all else below its head.
    private static Landing at(Part part, Region box, double y) {
        List<Integer> path = part.path();
        if (!Conditions.isGroup(part.now())) {
            boolean above = y < box.getHeight() / 2;
            return new Landing(above ? path : ConditionEdits.sibling(path, 1), above ? Side.ABOVE : Side.BELOW);
        }
        double head =
                box.getChildrenUnmodifiable().getFirst().getBoundsInParent().getMaxY();
        if (!path.isEmpty() && y < head / 2) {
            return new Landing(path, Side.ABOVE);
        }
        int end = y <= head ? 0 : Conditions.parts(part.now()).size();
        return new Landing(Conditions.child(path, end), Side.INSIDE);
    }
}
