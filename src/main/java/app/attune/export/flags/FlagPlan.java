package app.attune.export.flags;

import app.attune.export.flags.FlatCondition.All;
import app.attune.export.flags.FlatCondition.Any;
import app.attune.export.flags.FlatCondition.InSegment;
import app.attune.export.flags.FlatCondition.Not;
import app.attune.export.flags.FlatCondition.Row;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The flags that a bundle's segments and rules come to, for engines that decide flags.
///
/// Each segment has a flag that is on for its members. Each active rule has one that is on for those it takes part
/// for: members of its segment who may be personalised, or all members if it excludes items; where only the first rule
/// acts, those of them for whom it is the first. Of the rules that recommend, and of those that offer, the first to act
/// is picked. What boosts, buries, pins and exclusions do
/// to a list is the server's to do with a model's list, in the order of the rules.
///
/// @param segments conditions by id, without references
/// @param flags    in the order of segments and rules
/// @param unknown  what rules say that no flag can follow
public record FlagPlan(Map<String, Segment> segments, List<Flag> flags, List<Unknown> unknown) {
    public FlagPlan {
        segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
        flags = List.copyOf(flags);
        unknown = List.copyOf(unknown);
    }

    /// A segment of the bundle.
    public record Segment(String name, FlatCondition condition) {}

    /// The first arm whose condition holds is what a user gets; without one the flag is off.
    public record Flag(String key, Shape shape, List<Arm> arms) {
        public Flag {
            arms = List.copyOf(arms);
        }
    }

    /// What a flag's value is.
    public enum Shape {
        /// One arm: on or off.
        SWITCH,
        /// The payload of a rule.
        PICK
    }

    /// @param id      of the segment or the rule
    /// @param payload what the rule does
    public record Arm(String id, String name, FlatCondition condition, JsonNode payload) {}

    /// Something of a rule, or of the rule set, that flags do not have.
    ///
    /// @param whose as in "the rule Welcome"
    public record Unknown(String whose, String field) {}

    /// The condition with every segment it refers to written out.
    public FlatCondition written(FlatCondition condition) {
        return switch (condition) {
            case All all ->
                FlatCondition.all(all.parts().stream().map(this::written).toList());
            case Any any ->
                FlatCondition.any(any.parts().stream().map(this::written).toList());
            case Not not -> FlatCondition.not(written(not.part()));
            case InSegment member -> segment(member.id()).condition();
            case Row row -> row;
        };
    }

    public Segment segment(String id) {
        return Objects.requireNonNull(segments.get(id), id);
    }

    /// All rows of a condition, those of segments included.
    public List<Row> rows(FlatCondition condition) {
        List<Row> rows = new ArrayList<>();
        addRows(condition, rows);
        return rows;
    }

    private void addRows(FlatCondition condition, List<Row> rows) {
        switch (condition) {
            case All all -> all.parts().forEach(part -> addRows(part, rows));
            case Any any -> any.parts().forEach(part -> addRows(part, rows));
            case Not not -> addRows(not.part(), rows);
            case InSegment member -> addRows(segment(member.id()).condition(), rows);
            case Row row -> rows.add(row);
        }
    }

    /// Every value that some flag asks for, in the order in which they are first asked for.
    public Set<Field> fields() {
        Set<Field> fields = new LinkedHashSet<>();
        flags.forEach(flag ->
                flag.arms().forEach(arm -> rows(arm.condition()).forEach(row -> fields.add(row.field()))));
        return fields;
    }
}
