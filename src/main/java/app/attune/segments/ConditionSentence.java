package app.attune.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A condition in plain English: "Users with at least 3 view events in the last 7 days, and whose country is Germany".
public final class ConditionSentence {
    private final Function<SegmentId, String> names;

    /// @param names what the analyst calls a segment that a row refers to
    public ConditionSentence(Function<SegmentId, String> names) {
        this.names = names;
    }

    /// With the names of these segments; by id where a row refers to none of them.
    public static ConditionSentence naming(List<SegmentDefinition> segments) {
        Map<SegmentId, String> names =
                segments.stream().collect(Collectors.toMap(SegmentDefinition::id, SegmentDefinition::name));
        return new ConditionSentence(id -> names.getOrDefault(id, id.value()));
    }

    /// Where no row refers to a segment, or no name is known.
    public static ConditionSentence byId() {
        return new ConditionSentence(SegmentId::value);
    }

    /// The whole condition as one sentence without a full stop.
    public String of(Condition condition) {
        return sentence(Marks.takenOut(condition)) + MutedParts.of(condition).words();
    }

    private String sentence(Condition condition) {
        return switch (condition) {
            case AllOf group -> group.parts().isEmpty() ? "All users" : "Users " + joined(group.parts(), "and");
            case AnyOf group -> group.parts().isEmpty() ? "No users" : "Users " + joined(group.parts(), "or");
            case NoneOf group -> group.parts().isEmpty() ? "All users" : "Users not " + bracketed(group.parts(), "or");
            case MarkedCondition marked -> throw marked.unexpected();
            case AttributeCondition row -> "Users " + clause(row);
            case EventCondition row -> "Users " + clause(row);
            case UserCondition row -> "Users " + clause(row);
        };
    }

    /// One part, to stand after "users"; muted parts within it are left out.
    public String row(Condition condition) {
        return clause(Marks.plain(condition));
    }

    /// As [#row], and how many parts within it are muted.
    public String part(Condition condition) {
        return row(condition) + MutedParts.of(Marks.bare(condition)).words();
    }

    private String clause(Condition condition) {
        return switch (condition) {
            case AllOf group -> group.parts().isEmpty() ? "of any kind" : bracketed(group.parts(), "and");
            case AnyOf group -> group.parts().isEmpty() ? "of no kind" : bracketed(group.parts(), "or");
            case NoneOf group -> group.parts().isEmpty() ? "of any kind" : "not " + bracketed(group.parts(), "or");
            case MarkedCondition marked -> throw marked.unexpected();
            case AttributeCondition row -> "whose " + Wording.test(row.attribute(), row.asked());
            case EventCondition row -> EventWording.row(row);
            case UserCondition row -> PersonWording.row(row, names);
        };
    }

    private String bracketed(List<Condition> parts, String word) {
        return parts.size() == 1 ? clause(parts.getFirst()) : "(" + joined(parts, word) + ")";
    }

    private String joined(List<Condition> parts, String word) {
        List<String> clauses = new ArrayList<>(parts.stream().map(this::clause).toList());
        return String.join(", " + word + " ", clauses);
    }

    /// What is measured, as the name of a number: "view events in the last 7 days".
    public static String measured(EventCondition row) {
        return EventWording.measured(row);
    }

    /// As in "at least", for lists of comparisons.
    public static String comparison(Comparison comparison) {
        return Wording.of(comparison).toLowerCase(Locale.ROOT);
    }
}
