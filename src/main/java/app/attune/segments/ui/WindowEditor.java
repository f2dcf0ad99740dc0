package app.attune.segments.ui;

import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The controls of a window of time.
final class WindowEditor {
    private static final int DAYS_BACK = 30;

    private enum Kind {
        EVER,
        LAST,
        EARLIER,
        BETWEEN
    }

    private final Part part;
    private final Window window;
    private final List<Node> nodes = new ArrayList<>();

    WindowEditor(Part part, Window window) {
        this.part = part;
        this.window = window;
        ComboBox<Kind> kinds = Choices.of(
                name("window", "window"),
                List.of(Kind.values()),
                kind(),
                kind -> part.texts().get("window." + kind.name().toLowerCase(Locale.ROOT)));
        Choices.onPick(kinds, picked -> {
            if (picked != kind()) {
                part.change(now -> windowed(now, fresh(picked)));
            }
        });
        nodes.add(kinds);
        switch (window) {
            case Window.AllTime all -> {}
            case Window.Last last -> {
                HBox pair = length(last.amount(), last.unit());
                pair.setId(part.id("length"));
            }
            case Window.Earlier earlier -> {
                HBox pair = length(earlier.amount(), earlier.unit());
                Label ago = new Label(part.texts().get("window.ago"));
                ago.setMinWidth(Region.USE_PREF_SIZE);
                pair.getChildren().add(ago);
            }
            case Window.Between between -> days(between);
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    private Choices.Name name(String control, String key) {
        return new Choices.Name(part.id(control), part.spoken(key));
    }

    private Kind kind() {
        return switch (window) {
            case Window.AllTime all -> Kind.EVER;
            case Window.Last last -> Kind.LAST;
            case Window.Earlier earlier -> Kind.EARLIER;
            case Window.Between between -> Kind.BETWEEN;
        };
    }

    private Window fresh(Kind kind) {
        return switch (kind) {
            case EVER -> new Window.AllTime();
            case LAST -> new Window.Last(DAYS_BACK, Window.Unit.DAYS);
            case EARLIER -> new Window.Earlier(DAYS_BACK, Window.Unit.DAYS);
            case BETWEEN -> {
                Instant to = part.model()
                        .answerProperty()
                        .get()
                        .map(SegmentAnswer::asOf)
                        .orElse(Instant.EPOCH);
                yield new Window.Between(to.minus(Window.Unit.DAYS.length().multipliedBy(DAYS_BACK)), to);
            }
        };
    }

    private static Condition windowed(Condition now, Window window) {
        return now instanceof EventCondition events ? EventEdits.window(events, window) : now;
    }

    /// Amount and unit, never torn over two lines.
    private HBox length(int amount, Window.Unit unit) {
        TextField field = Choices.field(name("amount", "window.amount"), Integer.toString(amount), 3);
        field.textProperty()
                .addListener((observed, old, text) ->
                        amount(text).ifPresent(typed -> part.typed(now -> windowed(now, sized(now, typed)))));
        ComboBox<Window.Unit> units = Choices.of(
                name("unit", "window.unit"),
                List.of(Window.Unit.values()),
                unit,
                choice -> choice.name().toLowerCase(Locale.ROOT));
        Choices.onPick(units, picked -> part.change(now -> windowed(now, inUnits(now, picked))));
        HBox pair = new HBox(field, units);
        pair.getStyleClass().add("condition-pair");
        nodes.add(pair);
        return pair;
    }

    private static Optional<Integer> amount(String text) {
        return text.strip().matches("[1-9]\\d{0,4}") ? Optional.of(Integer.valueOf(text.strip())) : Optional.empty();
    }

    private Window current(Condition now) {
        return now instanceof EventCondition events ? events.window() : window;
    }

    private Window sized(Condition now, int amount) {
        return switch (current(now)) {
            case Window.Last last -> new Window.Last(amount, last.unit());
            case Window.Earlier earlier -> new Window.Earlier(amount, earlier.unit());
            case Window.AllTime all -> all;
            case Window.Between between -> between;
        };
    }

    private Window inUnits(Condition now, Window.Unit unit) {
        return switch (current(now)) {
            case Window.Last last -> new Window.Last(last.amount(), unit);
            case Window.Earlier earlier -> new Window.Earlier(earlier.amount(), unit);
            case Window.AllTime all -> all;
            case Window.Between between -> between;
        };
    }

    private void days(Window.Between between) {
        TextField from = Choices.field(name("from", "window.from"), day(between.from()), 9);
        TextField to = Choices.field(name("to", "window.to"), day(between.to()), 9);
        for (TextField field : List.of(from, to)) {
            field.textProperty()
                    .addListener((observed, old, text) -> between(from.getText(), to.getText())
                            .ifPresent(typed -> part.typed(now -> windowed(now, typed))));
        }
        nodes.addAll(List.of(from, new Label(part.texts().get("window.before")), to));
    }

    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }

    private static Optional<Window> between(String from, String to) {
        try {
            Instant start =
                    LocalDate.parse(from.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant end =
                    LocalDate.parse(to.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
            return end.isBefore(start) ? Optional.empty() : Optional.of(new Window.Between(start, end));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
