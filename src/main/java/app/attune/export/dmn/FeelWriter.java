package app.attune.export.dmn;

import app.attune.export.flags.Field;
import app.attune.export.flags.Field.Kind;
import app.attune.export.flags.FlagReader;
import app.attune.export.flags.FlatCondition;
import app.attune.export.flags.FlatCondition.All;
import app.attune.export.flags.FlatCondition.Any;
import app.attune.export.flags.FlatCondition.Contains;
import app.attune.export.flags.FlatCondition.InSegment;
import app.attune.export.flags.FlatCondition.Not;
import app.attune.export.flags.FlatCondition.OneOf;
import app.attune.export.flags.FlatCondition.Ordered;
import app.attune.export.flags.FlatCondition.Present;
import app.attune.export.flags.FlatCondition.Row;
import app.attune.export.flags.FlatCondition.StartsWith;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes conditions as expressions of FEEL that are true or false, never null.
///
/// Logic of FEEL has three values: `null >= 5` is null, and so is `not(null)`. So every row first asks whether its
/// field has a value, which is true or false, and compares only then; the field's own decision has already made null of
/// what is of another kind.
final class FeelWriter {
    private static final int LONG = 8;

    /// Names of decisions for lists too long to be written again and again.
    private final Map<OneOf, String> longLists;
    private final Set<String> needs = new LinkedHashSet<>();

    FeelWriter(Map<OneOf, String> longLists) {
        this.longLists = longLists;
    }

    /// @param needs ids of the decisions that it asks
    record Expression(String text, Set<String> needs) {
        Expression {
            needs = Set.copyOf(needs);
        }
    }

    Expression of(FlatCondition condition) {
        needs.clear();
        String text = text(condition);
        return new Expression(text, needs);
    }

    /// A long list by itself.
    Expression listing(OneOf row) {
        needs.clear();
        String text = guarded(row, listed(row));
        return new Expression(text, needs);
    }

    private String text(FlatCondition condition) {
        return switch (condition) {
            case All all -> all.parts().isEmpty() ? "true" : group(all.parts(), " and ");
            case Any any -> any.parts().isEmpty() ? "false" : group(any.parts(), " or ");
            case Not not -> "not(" + text(not.part()) + ")";
            case InSegment member -> {
                String key = FlagReader.SEGMENT + member.id();
                needs.add(key);
                yield Feel.name(key);
            }
            case OneOf one -> one.values().size() > LONG ? longList(one) : row(one);
            case Row row -> row(row);
        };
    }

    private String longList(OneOf one) {
        String name = longLists.computeIfAbsent(one, ignored -> "list_" + (longLists.size() + 1));
        needs.add(name);
        return name;
    }

    private String group(List<FlatCondition> parts, String word) {
        return parts.stream().map(part -> "(" + text(part) + ")").collect(Collectors.joining(word));
    }

    private String row(Row row) {
        String field = Feel.name(row.field());
        return switch (row) {
            case Present ignored -> present(row.field());
            case OneOf one -> guarded(one, listed(one));
            case Ordered ordered ->
                guarded(row, field + " " + ordered.order().sign() + " " + Feel.number(ordered.limit()));
            case Contains contains -> guarded(row, any("contains(", field, contains.texts()));
            case StartsWith starts -> guarded(row, any("starts with(", field, starts.texts()));
        };
    }

    private static String listed(OneOf one) {
        return one.values().stream()
                .map(FeelWriter::literal)
                .collect(Collectors.joining(", ", "list contains([", "], " + Feel.name(one.field()) + ")"));
    }

    private static String literal(JsonNode value) {
        return value.isNumber() ? Feel.number(value) : Feel.text(value.textValue());
    }

    private static String any(String function, String field, List<String> texts) {
        return texts.stream()
                .map(text -> function + field + ", " + Feel.text(text) + ")")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private String present(Field field) {
        needs.add(Feel.name(field));
        return Feel.name(field) + " != null";
    }

    /// A field of any kind may have another kind than its row asks for.
    private String guarded(Row row, String test) {
        String present = present(row.field());
        return row.field().kind() == Kind.ANY
                ? Feel.name(row.field()) + " instance of string and " + test
                : present + " and " + test;
    }
}
