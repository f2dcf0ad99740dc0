package app.attune.export.growthbook;

import app.attune.core.json.Json;
import app.attune.export.flags.Field.Kind;
import app.attune.export.flags.FlatCondition;
import app.attune.export.flags.FlatCondition.All;
import app.attune.export.flags.FlatCondition.Any;
import app.attune.export.flags.FlatCondition.Contains;
import app.attune.export.flags.FlatCondition.InSegment;
import app.attune.export.flags.FlatCondition.Not;
import app.attune.export.flags.FlatCondition.OneOf;
import app.attune.export.flags.FlatCondition.Order;
import app.attune.export.flags.FlatCondition.Ordered;
import app.attune.export.flags.FlatCondition.Present;
import app.attune.export.flags.FlatCondition.Row;
import app.attune.export.flags.FlatCondition.StartsWith;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/// Writes conditions as GrowthBook has them; every row asks for the kind of its value first, since GrowthBook converts
/// and orders a missing value as 0.
final class ConditionWriter {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}/]");

    private ConditionWriter() {}

    /// @param condition neither everybody nor nobody, without references
    static ObjectNode of(FlatCondition condition) {
        return switch (condition) {
            case All all -> group("$and", all.parts());
            case Any any -> group("$or", any.parts());
            case Not not -> Json.mapper().createObjectNode().set("$not", of(not.part()));
            case InSegment member -> throw new IllegalStateException("The segment " + member.id() + " is written out");
            case Row row -> Json.mapper().createObjectNode().set(row.field().path(), test(row));
        };
    }

    private static ObjectNode group(String operator, List<FlatCondition> parts) {
        if (parts.isEmpty()) {
            throw new IllegalStateException("An empty group holds for everybody there");
        }
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode list = node.putArray(operator);
        parts.forEach(part -> list.add(of(part)));
        return node;
    }

    private static ObjectNode test(Row row) {
        ObjectNode test = Json.mapper().createObjectNode();
        switch (row.field().kind()) {
            case TEXT -> test.put("$type", "string");
            case NUMBER, DATE -> test.put("$type", "number");
            case ANY -> test.put("$exists", true);
        }
        switch (row) {
            case Present ignored -> {
                // The kind says it all.
            }
            case OneOf one -> {
                if (one.field().kind() == Kind.ANY) {
                    test.put("$type", "string");
                }
                test.putArray("$in").addAll(one.values());
            }
            case Ordered ordered -> test.set(operator(ordered.order()), ordered.limit());
            case Contains contains -> test.put("$regex", alternatives(contains.texts()));
            case StartsWith starts -> test.put("$regex", "^" + alternatives(starts.texts()));
        }
        return test;
    }

    private static String operator(Order order) {
        return switch (order) {
            case AT_LEAST -> "$gte";
            case AT_MOST -> "$lte";
            case MORE_THAN -> "$gt";
            case LESS_THAN -> "$lt";
        };
    }

    /// Texts as they are, whatever they would mean in an expression.
    private static String alternatives(List<String> texts) {
        return "(?:"
                + String.join(
                        "|",
                        texts.stream()
                                .map(text -> SPECIAL.matcher(text).replaceAll("\\\\$0"))
                                .toList())
                + ")";
    }
}
