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
import javafx.scene.control.TextField;

/// What the user that is previewed was shown before; what cannot be read is named and the last that could be counts.
final class ShownFields {
    private final TextField firings;
    private final TextField visit;
    private final Texts texts;
    private Map<RuleId, List<Instant>> times = Map.of();
    private Optional<Instant> since = Optional.empty();
    private List<String> problems = List.of();

    /// @param firings when which rule fired
    /// @param visit   when the visit began
    ShownFields(TextField firings, TextField visit, Texts texts) {
        this.firings = firings;
        this.visit = visit;
        this.texts = texts;
    }

    /// What the last reading could not read, a sentence for each field.
    List<String> problem() {
        return problems;
    }

    Shown shown() {
        List<String> bad = new ArrayList<>();
        read(firings, "preview.context.shown.bad", bad, () -> times = times(firings.getText()));
        read(
                visit,
                "preview.context.visit.bad",
                bad,
                () -> since = since(visit.getText().strip()));
        problems = List.copyOf(bad);
        return new Shown(times, since);
    }

    private void read(TextField field, String key, List<String> bad, Runnable reading) {
        try {
            reading.run();
        } catch (DateTimeParseException | IllegalArgumentException e) {
            bad.add(texts.get(key, field.getText().strip()));
        }
    }

    private static Optional<Instant> since(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    private static Map<RuleId, List<Instant>> times(String text) {
        Map<RuleId, List<Instant>> found = new HashMap<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                String[] sides = part.strip().split("=", 2);
                if (sides.length < 2) {
                    throw new IllegalArgumentException("No time");
                }
                found.computeIfAbsent(new RuleId(sides[0].strip()), rule -> new ArrayList<>())
                        .add(Instant.parse(sides[1].strip()));
            }
        }
        return found;
    }
}
