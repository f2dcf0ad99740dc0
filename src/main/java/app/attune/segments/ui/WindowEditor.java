package app.attune.segments.ui;

import app.attune.segments.EventKind;
import app.attune.segments.KnownValue;
import app.attune.segments.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The controls of a window of time.
final class WindowEditor {
    private static final int DAYS_BACK = 30;

    private enum Kind {
        EVER,
        LAST,
        EARLIER,
        BETWEEN,
        SINCE
    }

    private final Spot<Window> spot;
    private final List<Node> nodes = new ArrayList<>();

    WindowEditor(Spot<Window> spot) {
        this.spot = spot;
        ComboBox<Kind> kinds = Choices.of(
                name("window", "window"),
                List.of(Kind.values()),
                kind(spot.now()),
                kind -> spot.place().text("window." + kind.name().toLowerCase(Locale.ROOT)));
        Choices.onPick(kinds, picked -> {
            if (picked != kind(spot.now())) {
                spot.change(now -> fresh(picked));
            }
        });
        nodes.add(kinds);
        further();
    }

    /// What the kind of window needs to be said further.
    private void further() {
        switch (spot.now()) {
            case Window.AllTime all -> {}
            case Window.Last last -> {
                HBox pair = length(last.amount(), last.unit());
                pair.setId(spot.place().id("length"));
            }
            case Window.Earlier earlier -> {
                HBox pair = length(earlier.amount(), earlier.unit());
                Label ago = new Label(spot.place().text("window.ago"));
                ago.setMinWidth(Region.USE_PREF_SIZE);
                pair.getChildren().add(ago);
            }
            case Window.Between between -> days(between);
            case Window.Since since -> {
                KindEditor last = new KindEditor(last(since));
                nodes.addAll(List.of(last.types(), last.adder()));
            }
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    /// Tests of the event that the window begins with, each in a line.
    List<FlowPane> lines() {
        if (!(spot.now() instanceof Window.Since since)) {
            return List.of();
        }
        List<FlowPane> lines = new KindEditor(last(since)).lines();
        lines.forEach(line -> line.getChildren().addFirst(new Label(spot.place().text("window.since.one"))));
        return lines;
    }

    private Choices.Name name(String control, String key) {
        return spot.place().name(control, key);
    }

    private static Kind kind(Window window) {
        return switch (window) {
            case Window.AllTime all -> Kind.EVER;
            case Window.Last last -> Kind.LAST;
            case Window.Earlier earlier -> Kind.EARLIER;
            case Window.Between between -> Kind.BETWEEN;
            case Window.Since since -> Kind.SINCE;
        };
    }

    /// The kind of event that the window begins with.
    private Spot<EventKind> last(Window.Since shown) {
        Spot<EventKind> last = spot.of(
                window -> window instanceof Window.Since since ? since.last() : shown.last(),
                (window, kind) -> new Window.Since(kind));
        return last.at(spot.place().in("since", spot.place().text("window.since.place")));
    }

    private Window fresh(Kind kind) {
        return switch (kind) {
            case EVER -> new Window.AllTime();
            case SINCE ->
                new Window.Since(new EventKind(
                        spot.place().part().fields().types().stream()
                                .limit(1)
                                .map(KnownValue::text)
                                .toList(),
                        List.of()));
            case LAST -> new Window.Last(DAYS_BACK, Window.Unit.DAYS);
            case EARLIER -> new Window.Earlier(DAYS_BACK, Window.Unit.DAYS);
            case BETWEEN -> {
                Instant to = spot.place()
                        .part()
                        .model()
                        .answers()
                        .answerProperty()
                        .get()
                        .map(SegmentAnswer::asOf)
                        .orElse(Instant.EPOCH);
                yield new Window.Between(to.minus(Window.Unit.DAYS.length().multipliedBy(DAYS_BACK)), to);
            }
        };
    }

    /// Shows the length of a window that has one.
    private HBox length(int amount, Window.Unit unit) {
        LengthEditor.Length shown = new LengthEditor.Length(amount, unit);
        HBox pair = LengthEditor.of(spot.of(window -> length(window, shown), WindowEditor::sized));
        nodes.add(pair);
        return pair;
    }

    private static LengthEditor.Length length(Window window, LengthEditor.Length otherwise) {
        return switch (window) {
            case Window.Last last -> new LengthEditor.Length(last.amount(), last.unit());
            case Window.Earlier earlier -> new LengthEditor.Length(earlier.amount(), earlier.unit());
            case Window.AllTime all -> otherwise;
            case Window.Between between -> otherwise;
            case Window.Since since -> otherwise;
        };
    }

    private static Window sized(Window window, LengthEditor.Length length) {
        return switch (window) {
            case Window.Last last -> new Window.Last(length.amount(), length.unit());
            case Window.Earlier earlier -> new Window.Earlier(length.amount(), length.unit());
            case Window.AllTime all -> all;
            case Window.Between between -> between;
            case Window.Since since -> since;
        };
    }

    private void days(Window.Between between) {
        nodes.addAll(new DaysEditor(spot.of(
                        window -> window instanceof Window.Between now ? now : between, (window, now) -> now))
                .nodes());
    }
}
