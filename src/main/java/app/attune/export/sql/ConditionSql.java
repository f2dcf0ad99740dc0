package app.attune.export.sql;

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
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Writes conditions that are true or false and never unknown: every row asks first whether there is a value.
record ConditionSql(Dialect dialect, SqlNames names) {
    private static final String TRUE = "1 = 1";
    private static final String FALSE = "1 = 0";

    String of(FlatCondition condition) {
        return switch (condition) {
            case All all -> all.parts().isEmpty() ? TRUE : joined(all.parts(), " AND ", this::of);
            case Any any -> any.parts().isEmpty() ? FALSE : joined(any.parts(), " OR ", this::of);
            case Not not -> "NOT (" + of(not.part()) + ")";
            case InSegment member -> flag("segment-" + member.id()) + " IS NOT NULL";
            case Row row -> row(row);
        };
    }

    private String flag(String key) {
        return Objects.requireNonNull(names.flags().get(key), key);
    }

    private static <T> String joined(List<T> parts, String word, Function<T, String> writing) {
        return "(" + String.join(word, parts.stream().map(writing).toList()) + ")";
    }

    private String row(Row row) {
        String column = Objects.requireNonNull(names.columns().get(row.field()), row.place());
        String there = column + " IS NOT NULL";
        return switch (row) {
            case Present ignored -> there;
            case OneOf one -> guarded(there, oneOf(column, one.values()));
            case Ordered ordered ->
                guarded(there, column + " " + ordered.order().sign() + " " + literal(ordered.limit()));
            case Contains contains ->
                guarded(there, any(contains.texts(), text -> text.isEmpty() ? TRUE : dialect.contains(column, text)));
            case StartsWith starts ->
                guarded(there, any(starts.texts(), text -> text.isEmpty() ? TRUE : dialect.startsWith(column, text)));
        };
    }

    private static String guarded(String there, String test) {
        return "(" + there + " AND " + test + ")";
    }

    private String oneOf(String column, List<JsonNode> values) {
        return column + " IN ("
                + String.join(", ", values.stream().map(this::literal).toList()) + ")";
    }

    private String any(List<String> texts, Function<String, String> test) {
        return joined(texts, " OR ", test);
    }

    private String literal(JsonNode value) {
        if (value.isTextual()) {
            return dialect.literal(value.textValue());
        }
        return value.isIntegralNumber() ? String.valueOf(value.longValue()) : dialect.literal(value.doubleValue());
    }
}
