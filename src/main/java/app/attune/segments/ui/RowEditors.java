package app.attune.segments.ui;

import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.BucketCondition;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldCatalogue;
import app.attune.segments.FieldKind;
import app.attune.segments.KnownValue;
import app.attune.segments.MarkedCondition;
import app.attune.segments.Measure;
import app.attune.segments.NoneOf;
import app.attune.segments.RankCondition;
import app.attune.segments.SegmentCondition;
import app.attune.segments.UserCondition;
import app.attune.segments.UserListCondition;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuItem;

/// The controls of every kind of row.
final class RowEditors {
    private RowEditors() {}

    static RowNodes of(Part part, Condition row) {
        return switch (row) {
            case MarkedCondition marked -> of(part, marked.part());
            case AttributeCondition attribute -> attribute(part, attribute);
            case EventCondition events -> events(part);
            case UserCondition user -> user(part, user);
            case AllOf group -> throw new IllegalArgumentException("Not a row");
            case AnyOf group -> throw new IllegalArgumentException("Not a row");
            case NoneOf group -> throw new IllegalArgumentException("Not a row");
        };
    }

    private static RowNodes user(Part part, UserCondition row) {
        return switch (row) {
            case SegmentCondition segment -> PersonEditors.segment(Spot.row(part, SegmentCondition.class));
            case ConsentCondition consent -> PersonEditors.consent(Spot.row(part, ConsentCondition.class));
            case BucketCondition bucket -> BucketEditor.of(Spot.row(part, BucketCondition.class));
            case UserListCondition list -> UserListEditor.of(Spot.row(part, UserListCondition.class));
            case RankCondition rank -> new RankEditor(Spot.row(part, RankCondition.class)).nodes();
        };
    }

    /// What the row is about: every row begins with it.
    static ComboBox<RowSubject> subject(Part part) {
        ComboBox<RowSubject> box = Choices.of(
                new Choices.Name(part.id("field"), part.spoken("field")),
                RowSubject.all(part.offers()),
                RowSubject.of(part.now()),
                subject -> words(part, subject));
        Choices.onPick(box, subject -> {
            if (!subject.equals(RowSubject.of(part.now()))) {
                part.change(now -> new FreshRows(part.offers()).of(subject, now));
            }
        });
        return box;
    }

    static String words(Part part, RowSubject subject) {
        return subject.words(part.texts());
    }

    private static RowNodes attribute(Part part, AttributeCondition row) {
        FieldCatalogue fields = part.offers().fields();
        Spot<Compared> asked = Spot.row(part, AttributeCondition.class)
                .of(
                        now -> new Compared(now.comparison(), now.values(), now.whenMissing()),
                        (now, other) -> new AttributeCondition(
                                now.attribute(), other.comparison(), other.values(), other.whenMissing()));
        ComparedEditor compared = new ComparedEditor(
                asked,
                new ComparedEditor.Field(
                        fields.attributeKind(row.attribute()).orElse(FieldKind.TEXT),
                        fields.attributeValues(row.attribute()),
                        ComparedEditor.Missable.SOMETIMES));
        List<Node> first = new ArrayList<>(List.of(subject(part)));
        first.addAll(compared.nodes());
        return row(first, List.of(), compared);
    }

    private static RowNodes events(Part part) {
        Spot<EventCondition> spot = Spot.row(part, EventCondition.class);
        EventEditor events = new EventEditor(spot);
        ComparedEditor compared = compared(spot);
        List<Node> first = new ArrayList<>(List.of(subject(part)));
        first.addAll(events.nodes());
        first.addAll(compared.nodes());
        first.addAll(events.adders());
        return row(first, events.lines(), compared);
    }

    private static RowNodes row(List<Node> first, List<? extends Node> lines, ComparedEditor compared) {
        List<Node> further = new ArrayList<>(lines);
        further.addAll(compared.truth().nodes());
        List<MenuItem> menu = new ArrayList<>(compared.menu());
        menu.add(compared.truth().item());
        return new RowNodes(first, further, menu);
    }

    /// What the text that is measured is known to be.
    private static List<KnownValue> known(Spot<EventCondition> spot) {
        if (spot.now().measure() instanceof Measure.ItemWithMost) {
            return spot.place().part().fields().eventFieldValues("item");
        }
        return spot.now().measure() instanceof Measure.TextOf text
                ? spot.place().part().fields().eventFieldValues(text.field())
                : List.of();
    }

    private static ComparedEditor compared(Spot<EventCondition> spot) {
        Spot<Compared> asked = spot.of(
                row -> new Compared(row.comparison(), row.values(), row.whenMissing()),
                (row, other) -> row.with(other.comparison(), other.values()).with(other.whenMissing()));
        boolean missing = spot.now().measure().isMissingWithoutEvents();
        return new ComparedEditor(
                asked,
                new ComparedEditor.Field(
                        spot.now().measure().kind(),
                        known(spot),
                        missing ? ComparedEditor.Missable.SOMETIMES : ComparedEditor.Missable.NEVER));
    }
}
