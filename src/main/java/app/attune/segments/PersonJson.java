package app.attune.segments;

import static app.attune.segments.ReadNode.constant;
import static app.attune.segments.ReadNode.found;
import static app.attune.segments.ReadNode.only;
import static app.attune.segments.ReadNode.text;
import static app.attune.segments.ReadNode.texts;
import static app.attune.segments.ReadNode.unreadable;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;

/// Rows about users as a whole as JSON nodes.
final class PersonJson {
    private static final double PERCENT = 100;

    private PersonJson() {}

    static ObjectNode node(UserCondition row) {
        ObjectNode node = Json.mapper().createObjectNode();
        return switch (row) {
            case UserListCondition list -> {
                ArrayNode ids =
                        node.put("users", ConditionWriter.name(list.listed())).putArray("ids");
                list.ids().forEach(ids::add);
                yield node;
            }
            case BucketCondition bucket ->
                node.put("bucket", bucket.salt()).put("from", bucket.from()).put("to", bucket.to());
            case ConsentCondition consent ->
                node.put("consent", consent.purpose()).put("is", ConditionWriter.name(consent.consented()));
            case RankCondition rank -> rank(node, rank);
            case SegmentCondition segment ->
                node.put("segment", segment.segment().value());
        };
    }

    private static ObjectNode rank(ObjectNode node, RankCondition rank) {
        node.put("rank", ConditionWriter.name(rank.rank())).put("percent", rank.percent());
        return switch (rank.by()) {
            case RankCondition.Ranked.Attribute one -> node.put("attribute", one.attribute());
            case RankCondition.Ranked.Events events -> ConditionWriter.measured(node, events.condition());
        };
    }

    static boolean is(JsonNode node) {
        return Stream.of("users", "bucket", "consent", "rank", "segment").anyMatch(node::has);
    }

    static UserCondition read(JsonNode node, String place) {
        if (node.has("rank")) {
            return rank(node, place);
        }
        if (node.has("users")) {
            only(node, Set.of("users", "ids"), place);
            UserListCondition.Listed listed =
                    constant(UserListCondition.Listed.values(), text(node, "users", place), place + "/users");
            return new UserListCondition(listed, texts(node, "ids", place));
        }
        if (node.has("bucket")) {
            return bucket(node, place);
        }
        if (node.has("consent")) {
            only(node, Set.of("consent", "is"), place);
            ConsentCondition.Consented consented =
                    constant(ConsentCondition.Consented.values(), text(node, "is", place), place + "/is");
            return new ConsentCondition(text(node, "consent", place), consented);
        }
        only(node, Set.of("segment"), place);
        try {
            return new SegmentCondition(new SegmentId(text(node, "segment", place)));
        } catch (IllegalArgumentException e) {
            throw unreadable(place + "/segment", "the id of a segment is expected, such as frequent-buyers");
        }
    }

    private static UserCondition bucket(JsonNode node, String place) {
        only(node, Set.of("bucket", "from", "to"), place);
        double from = percent(node, "from", place);
        double to = percent(node, "to", place);
        if (to < from) {
            throw unreadable(place, "the bucket ends before it starts");
        }
        return new BucketCondition(text(node, "bucket", place), from, to);
    }

    private static UserCondition rank(JsonNode node, String place) {
        boolean attribute = node.has("attribute");
        only(
                node,
                attribute
                        ? Set.of("rank", "percent", "attribute")
                        : Set.of("rank", "percent", "measure", "types", "where", "near", "window"),
                place);
        RankCondition.Rank rank = constant(RankCondition.Rank.values(), text(node, "rank", place), place + "/rank");
        double percent = percent(node, "percent", place);
        if (percent == 0) {
            throw unreadable(place + "/percent", "more than 0 percent is expected");
        }
        RankCondition.Ranked by = attribute
                ? new RankCondition.Ranked.Attribute(text(node, "attribute", place))
                : ConditionReader.measured(node, place);
        return new RankCondition(rank, percent, by);
    }

    private static double percent(JsonNode node, String key, String place) {
        JsonNode percent = node.path(key);
        double value = percent.asDouble(-1);
        if (!percent.isNumber() || value < 0 || value > PERCENT) {
            throw unreadable(place + "/" + key, "found " + found(percent) + ", a number from 0 to 100 is expected");
        }
        return value;
    }
}
