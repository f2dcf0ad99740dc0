package app.attune.segments.ui;

import app.attune.core.WrittenTime;
import app.attune.segments.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// The two ends of a window of days, as 2026-11-14, or with a time of day as 2026-11-14 09:30, all in UTC. Either end
/// stands as it is while the other one is typed.
final class DaysEditor {
    private static final int DAY_LETTERS = 9;

    private final Spot<Window.Between> spot;
    private final TextField from;
    private final TextField to;

    DaysEditor(Spot<Window.Between> spot) {
        this.spot = spot;
        this.from = field("from", "window.from", spot.now().from());
        this.to = field("to", "window.to", spot.now().to());
    }

    List<Node> nodes() {
        return List.of(from, new Label(spot.place().text("window.before")), to);
    }

    private TextField field(String control, String key, Instant time) {
        String words = words(time);
        TextField field = Choices.field(spot.place().name(control, key), words, Math.max(DAY_LETTERS, words.length()));
        field.textProperty().addListener((observed, before, text) -> typed());
        return field;
    }

    /// Takes every end that is a time; what cannot be taken is marked where it stands.
    private void typed() {
        Optional<Instant> start = time(from.getText());
        Optional<Instant> end = time(to.getText());
        Instant first = start.orElse(spot.now().from());
        Instant last = end.orElse(spot.now().to());
        boolean ordered = !last.isBefore(first);
        if (ordered) {
            spot.typed(now -> new Window.Between(first, last));
        }
        String order = ordered ? "" : spot.place().text("wrong.order");
        spot.place().mark(from, start.isEmpty() ? spot.place().text("wrong.from") : order);
        spot.place().mark(to, end.isEmpty() ? spot.place().text("wrong.to") : order);
    }

    private static String words(Instant time) {
        LocalDateTime at = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.toString().replace('T', ' ');
    }

    /// Empty for what is no time.
    private static Optional<Instant> time(String typed) {
        try {
            String text = typed.strip().replaceFirst("Z$", "");
            return Optional.of(WrittenTime.local(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
