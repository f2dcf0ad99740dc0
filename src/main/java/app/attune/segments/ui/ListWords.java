package app.attune.segments.ui;

import app.attune.segments.SegmentDefinition;
import app.attune.segments.health.HealthFinding;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;

/// What the list says of the segment that is selected in it.
final class ListWords {
    private ListWords() {}

    static String of(SegmentDefinition segment, SegmentChecks checks) {
        List<String> lines = new ArrayList<>();
        if (!segment.about().goal().isEmpty()) {
            lines.add(segment.about().goal());
        }
        checks.of(segment.id()).stream()
                .flatMap(health -> health.findings().stream())
                .map(ListWords::line)
                .forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String line(HealthFinding finding) {
        return finding.kind().words() + ": " + finding.reason() + " " + finding.remedy();
    }

    /// Takes no room where there are none.
    static void show(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }
}
