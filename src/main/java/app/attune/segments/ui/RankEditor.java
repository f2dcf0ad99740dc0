package app.attune.segments.ui;

import app.attune.segments.EventCondition;
import app.attune.segments.RankCondition;
import app.attune.segments.RankCondition.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// The controls of a row about users who rank highest or lowest by a number.
final class RankEditor {
    private final Spot<RankCondition> spot;
    private final Spot.Place place;
    private final RankCondition row;

    RankEditor(Spot<RankCondition> spot) {
        this.spot = spot;
        this.place = spot.place();
        this.row = spot.now();
    }

    RowNodes nodes() {
        List<Node> first = new ArrayList<>(List.of(RowEditors.subject(place.part()), end(), share(), by()));
        return switch (row.by()) {
            case Ranked.Attribute attribute -> new RowNodes(first);
            case Ranked.Events events -> {
                EventEditor editor = new EventEditor(events());
                first.addAll(editor.nodes());
                first.addAll(editor.adders());
                yield new RowNodes(first, List.copyOf(editor.lines()), List.of());
            }
        };
    }

    private ComboBox<RankCondition.Rank> end() {
        ComboBox<RankCondition.Rank> box = Choices.of(
                place.name("rank", "rank"),
                List.of(RankCondition.Rank.values()),
                row.rank(),
                one -> place.text("rank." + one.name().toLowerCase(Locale.ROOT)));
        Choices.onPick(box, picked -> spot.change(now -> new RankCondition(picked, now.percent(), now.by())));
        return box;
    }

    private HBox share() {
        TextField percent = Percent.field(place.name("percent", "rank.percent"), row.percent());
        percent.textProperty().addListener((observed, old, text) -> {
            OptionalDouble typed = Percent.of(text);
            boolean right = typed.isPresent() && typed.getAsDouble() > 0;
            place.mark(percent, right ? "" : place.text("wrong.percent"));
            if (right) {
                spot.typed(now -> new RankCondition(now.rank(), typed.getAsDouble(), now.by()));
            }
        });
        HBox share = new HBox(percent, new Label(place.text("rank.by")));
        share.getStyleClass().add("condition-pair");
        return share;
    }

    private ComboBox<RowSubject> by() {
        Part part = place.part();
        ComboBox<RowSubject> box = Choices.of(
                place.name("by", "rank.number"),
                RowSubject.numbers(part.offers().fields()),
                subject(row.by()),
                subject -> RowEditors.words(part, subject));
        Choices.onPick(box, picked -> spot.change(now -> with(now, by(picked, now.by()))));
        return box;
    }

    private static RowSubject subject(Ranked by) {
        return switch (by) {
            case Ranked.Attribute one -> new RowSubject(RowSubject.Kind.ATTRIBUTE, one.attribute());
            case Ranked.Events events -> RowSubject.of(RowSubject.kind(events.measure()));
        };
    }

    private Ranked by(RowSubject subject, Ranked before) {
        FreshRows fresh = new FreshRows(place.part().offers());
        return subject.kind() == RowSubject.Kind.ATTRIBUTE
                ? new Ranked.Attribute(subject.attribute())
                : ranked(fresh.measured(
                        subject.kind(), before instanceof Ranked.Events events ? events.condition() : fresh.events()));
    }

    private Spot<EventCondition> events() {
        return new Spot<>(
                place,
                now -> spot.found()
                        .apply(now)
                        .flatMap(rank -> rank.by() instanceof Ranked.Events events
                                ? Optional.of(events.condition())
                                : Optional.empty()),
                (now, other) -> spot.found()
                        .apply(now)
                        .map(rank -> spot.put().apply(now, with(rank, ranked(other))))
                        .orElse(now));
    }

    private static RankCondition with(RankCondition rank, Ranked by) {
        return new RankCondition(rank.rank(), rank.percent(), by);
    }

    /// What an event row measures, to rank users by.
    static Ranked ranked(EventCondition row) {
        return new Ranked.Events(row.events(), row.near(), row.measure(), row.window());
    }
}
