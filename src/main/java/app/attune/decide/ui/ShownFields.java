package app.attune.decide.ui;

import app.attune.rules.RuleId;
import app.attune.rules.Shown;
import app.attune.ui.Texts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// What the user that is previewed was shown before; what cannot be read is named and the last that could be counts.
final class ShownFields {
    private final Texts texts = Texts.of("decide");
    private final TextField firings = new TextField();
    private final TextField visit = new TextField();
    private final Label problem = new Label(texts.get("preview.context.shown.bad"));
    private Shown last = Shown.nothing();

    /// @param changed hears when Enter is pressed or a field is left
    ShownFields(Runnable changed) {
        prepare(firings, "contextShown", "preview.context.shown", changed);
        prepare(visit, "contextVisit", "preview.context.visit", changed);
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        mark(false);
    }

    private void prepare(TextField field, String id, String key, Runnable changed) {
        field.setId(id);
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
        field.setStyle(ContextFields.width(texts.get(key)));
        field.setOnAction(event -> changed.run());
        field.focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                changed.run();
            }
        });
    }

    List<Node> nodes() {
        return List.of(firings, visit, problem);
    }

    Shown shown() {
        try {
            last = read();
            mark(false);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            mark(true);
        }
        return last;
    }

    private Shown read() {
        Map<RuleId, List<Instant>> times = new HashMap<>();
        for (String part : firings.getText().split(",", -1)) {
            if (!part.isBlank()) {
                String[] sides = part.strip().split("=", 2);
                if (sides.length < 2) {
                    throw new IllegalArgumentException("No time");
                }
                times.computeIfAbsent(new RuleId(sides[0].strip()), rule -> new ArrayList<>())
                        .add(Instant.parse(sides[1].strip()));
            }
        }
        String since = visit.getText().strip();
        return new Shown(times, since.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(since)));
    }

    private void mark(boolean wrong) {
        problem.setVisible(wrong);
        problem.setManaged(wrong);
    }
}
