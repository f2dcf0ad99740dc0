package app.attune.export.drl;

import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Arm;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.FlagPlan.Segment;
import app.attune.export.flags.FlagPlan.Shape;
import app.attune.export.flags.FlagReader;
import app.attune.export.flags.FlatCondition;
import app.attune.export.flags.FlatCondition.All;
import app.attune.export.flags.FlatCondition.Any;
import app.attune.export.flags.FlatCondition.InSegment;
import app.attune.export.flags.FlatCondition.Not;
import app.attune.export.flags.FlatCondition.Row;
import app.attune.export.flags.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes the rules of a plan.
///
/// Rules without salience find out which conditions hold. Only then come those that decide flags, of negative salience:
/// for each flag the earlier the stronger, and none when the flag is decided. "Not" is only ever asked of values, so no
/// rule takes back what another has found.
final class DrlWriter {
    private final FlagPlan plan;
    private final StringBuilder drl = new StringBuilder(DrlText.HEAD);
    private final Set<String> written = new HashSet<>();

    DrlWriter(FlagPlan plan) {
        this.plan = plan;
    }

    /// Whether what is written is the condition or its opposite.
    private enum Sense {
        AS_IS,
        INVERTED;

        Sense opposite() {
            return this == AS_IS ? INVERTED : AS_IS;
        }
    }

    String write() {
        for (Flag flag : plan.flags()) {
            for (Arm arm : flag.arms()) {
                node(key(flag, arm), arm.name(), arm.condition());
            }
        }
        plan.flags().forEach(this::decide);
        return drl.toString();
    }

    private static String key(Flag flag, Arm arm) {
        return flag.shape() == Shape.SWITCH ? flag.key() : FlagReader.RULE + arm.id();
    }

    private void decide(Flag flag) {
        int place = 0;
        for (Arm arm : flag.arms()) {
            place++;
            rule(
                    "decide " + flag.key() + " " + place,
                    "salience -" + place,
                    List.of(holds(key(flag, arm)), "not Decision(flag == " + DrlText.literal(flag.key()) + ")"),
                    "new Decision(" + DrlText.literal(flag.key()) + ", " + DrlText.literal(arm.id()) + ")");
        }
    }

    private void node(String key, String name, FlatCondition condition) {
        if (written.add(key)) {
            drl.append("\n// ").append(Shown.of(name)).append('\n');
            node(key, condition, Sense.AS_IS);
        }
    }

    /// One rule for each way in which it can hold.
    private void node(String key, FlatCondition condition, Sense sense) {
        List<FlatCondition> ways = alternatives(condition, sense);
        for (int way = 1; way <= ways.size(); way++) {
            List<String> patterns = new ArrayList<>();
            String name = ways.size() == 1 ? key : key + " way " + way;
            together(ways.get(way - 1), sense, name, patterns);
            if (ways.size() > 1) {
                patterns.add("not Holds(node == " + DrlText.literal(key) + ")");
            }
            rule(name, "", patterns, "new Holds(" + DrlText.literal(key) + ")");
        }
    }

    private static List<FlatCondition> alternatives(FlatCondition condition, Sense sense) {
        if (condition instanceof Any any && sense == Sense.AS_IS) {
            return any.parts();
        }
        return condition instanceof All all && sense == Sense.INVERTED ? all.parts() : List.of(condition);
    }

    /// Adds what must all be there.
    private void together(FlatCondition condition, Sense sense, String key, List<String> patterns) {
        switch (condition) {
            case Row row -> patterns.add((sense == Sense.AS_IS ? "exists " : "not ") + DrlText.pattern(row));
            case Not not -> together(not.part(), sense.opposite(), key, patterns);
            case InSegment member -> segment(member.id(), sense, key, patterns);
            case All all -> group(all, all.parts(), sense == Sense.AS_IS, new Place(sense, key, patterns));
            case Any any -> group(any, any.parts(), sense == Sense.INVERTED, new Place(sense, key, patterns));
        }
    }

    private void segment(String id, Sense sense, String key, List<String> patterns) {
        Segment segment = plan.segment(id);
        if (sense == Sense.INVERTED) {
            together(segment.condition(), sense, key, patterns);
        } else {
            node(FlagReader.SEGMENT + id, segment.name(), segment.condition());
            patterns.add(holds(FlagReader.SEGMENT + id));
        }
    }

    /// Where a part of a rule is written.
    private record Place(Sense sense, String key, List<String> patterns) {}

    /// Parts that must all be there are asked one by one; a group of alternatives is found out by itself.
    private void group(FlatCondition group, List<FlatCondition> parts, boolean isTogether, Place place) {
        if (isTogether) {
            parts.forEach(part -> together(part, place.sense(), place.key(), place.patterns()));
        } else {
            String part = place.key() + " part " + (place.patterns().size() + 1);
            node(part, group, place.sense());
            place.patterns().add(holds(part));
        }
    }

    private static String holds(String key) {
        return "exists Holds(node == " + DrlText.literal(key) + ")";
    }

    private void rule(String name, String option, List<String> patterns, String fact) {
        drl.append("\nrule \"").append(name).append("\"\n");
        if (!option.isEmpty()) {
            drl.append("    ").append(option).append('\n');
        }
        drl.append("when\n");
        patterns.forEach(pattern -> drl.append("    ").append(pattern).append('\n'));
        drl.append("then\n    insert(").append(fact).append(");\nend\n");
    }
}
