package app.attune.segments.ui;

import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConditionSentence;
import app.attune.segments.FieldKind;
import app.attune.segments.ValueCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/// The controls every kind of row begins and ends with.
final class RowEditors {
    private RowEditors() {}

    static ComboBox<RowSubject> subject(Part part, Condition row) {
        ComboBox<RowSubject> box = Choices.of(
                new Choices.Name(part.id("field"), part.spoken("field")),
                RowSubject.all(part.fields()),
                RowSubject.of(row),
                subject -> words(part, subject));
        Choices.onPick(box, subject -> {
            if (!subject.equals(RowSubject.of(part.now()))) {
                part.change(now -> subject.from(now, part.fields()));
            }
        });
        return box;
    }

    private static String words(Part part, RowSubject subject) {
        return subject.kind() == RowSubject.Kind.ATTRIBUTE
                ? subject.attribute()
                : part.texts().get("subject." + subject.kind().name().toLowerCase(Locale.ROOT));
    }

    static ComboBox<Comparison> comparison(
            Choices.Name name, List<Comparison> offered, Comparison now, Consumer<Comparison> picked) {
        ComboBox<Comparison> box = Choices.of(name, offered, now, ConditionSentence::comparison);
        Choices.onPick(box, picked);
        return box;
    }

    static List<Comparison> allowed(FieldKind kind) {
        List<Comparison> allowed = new ArrayList<>();
        for (Comparison comparison : Comparison.values()) {
            if (kind.allows(comparison)) {
                allowed.add(comparison);
            }
        }
        return allowed;
    }

    /// As many of the values as `comparison` takes.
    static List<String> fitting(Comparison comparison, List<String> values) {
        return switch (ValueCount.of(comparison)) {
            case NONE -> List.of();
            case ONE -> values.stream().limit(1).toList();
            case TWO -> values.stream().limit(2).toList();
            case SOME -> values;
        };
    }

    /// The whole editor of a row about an attribute.
    static List<Node> attribute(Part part, AttributeCondition row) {
        FieldKind kind = part.fields().attributeKind(row.attribute()).orElse(FieldKind.TEXT);
        List<Node> nodes = new ArrayList<>(List.of(subject(part, row)));
        nodes.add(comparison(
                new Choices.Name(part.id("comparison"), part.spoken("comparison")),
                allowed(kind),
                row.comparison(),
                picked -> part.change(now -> compared(now, picked))));
        ValuesEditor.Asked asked = new ValuesEditor.Asked(
                kind, row.comparison(), row.values(), part.fields().attributeValues(row.attribute()));
        ValuesEditor.Sink sink = new ValuesEditor.Sink(
                values -> part.change(now -> valued(now, values)), values -> part.typed(now -> valued(now, values)));
        nodes.addAll(new ValuesEditor(part, "", asked, sink).nodes());
        return nodes;
    }

    private static Condition compared(Condition now, Comparison comparison) {
        return now instanceof AttributeCondition row
                ? new AttributeCondition(row.attribute(), comparison, fitting(comparison, row.values()))
                : now;
    }

    private static Condition valued(Condition now, List<String> values) {
        return now instanceof AttributeCondition row
                ? new AttributeCondition(row.attribute(), row.comparison(), values)
                : now;
    }
}
