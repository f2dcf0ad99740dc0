package app.attune.workbench;

import app.attune.core.Progress;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentService;
import app.attune.ui.Numbers;
import java.util.Comparator;
import javafx.scene.input.KeyCode;

/// The segment that the analyst edits: as it is counted on the screen, and as it is saved.
record SegmentEditing(Analyst analyst) {
    /// Saves now, counts now.
    void save() {
        analyst.chord(KeyCode.SHORTCUT, KeyCode.S);
        analyst.settle();
        counted();
    }

    /// Waits until its size is known.
    void counted() {
        analyst.until("the segment is counted", () -> total().matches("[\\d,]+ users.*"));
    }

    /// The line that says its size.
    String total() {
        return analyst.text("#total");
    }

    /// How many users it shows.
    String users() {
        return total().replaceFirst(" users.*", "");
    }

    /// The one saved last.
    SegmentDefinition saved() {
        return analyst.services().segments().list().stream()
                .max(Comparator.comparing(SegmentDefinition::savedAt))
                .orElseThrow();
    }

    /// How many users the one saved last means.
    String members() {
        SegmentService segments = analyst.services().segments();
        return Numbers.count(segments.audience(saved().condition(), segments.asOf(Progress.none()), Progress.none())
                .size());
    }
}
