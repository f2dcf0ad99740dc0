package app.attune.export.dmn;

import app.attune.core.json.Json;
import app.attune.export.dmn.FeelWriter.Expression;
import app.attune.export.flags.Field;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Arm;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.FlagPlan.Segment;
import app.attune.export.flags.FlagPlan.Shape;
import app.attune.export.flags.FlagReader;
import app.attune.export.flags.FlatCondition.OneOf;
import app.attune.export.flags.Shown;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The decision model of a plan.
///
/// A profile comes in as two contexts, its attributes and its features, under the names they have. A decision for each
/// field that is asked for takes its value out of them and makes null of what is of another kind; decisions for
/// segments and rules ask these, and a table of hit policy FIRST picks the first rule that takes part.
final class DmnModel {
    private final FlagPlan plan;
    private final Map<OneOf, String> longLists = new LinkedHashMap<>();
    private final FeelWriter feel = new FeelWriter(longLists);
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    DmnModel(FlagPlan plan) {
        this.plan = plan;
    }

    /// Who gets what, written as one expression.
    private record Answer(String label, Expression expression) {}

    String write() {
        plan.flags().forEach(flag -> flag.arms().forEach(arm -> answer(key(flag, arm), arm)));
        DmnXml xml = new DmnXml();
        xml.inputs();
        for (Field field : plan.fields()) {
            xml.field(field);
        }
        longLists.forEach((row, name) -> {
            Expression listing = feel.listing(row);
            xml.decision(name, name, row.field().path() + " is one of a list", "boolean");
            xml.literal(listing.text(), listing.needs());
        });
        answers.forEach((key, answer) -> {
            xml.decision(key, Feel.name(key), answer.label(), "boolean");
            xml.literal(answer.expression().text(), answer.expression().needs());
        });
        plan.flags().stream().filter(flag -> flag.shape() == Shape.PICK).forEach(flag -> pick(flag, xml));
        return xml.end();
    }

    private void answer(String key, Arm arm) {
        Expression expression = feel.of(arm.condition());
        for (String need : expression.needs()) {
            if (need.startsWith(FlagReader.SEGMENT) && !answers.containsKey(need)) {
                Segment segment = plan.segment(need.substring(FlagReader.SEGMENT.length()));
                answers.put(need, new Answer(segment.name(), feel.of(segment.condition())));
            }
        }
        answers.putIfAbsent(key, new Answer(arm.name(), expression));
    }

    private static String key(Flag flag, Arm arm) {
        return flag.shape() == Shape.SWITCH ? flag.key() : FlagReader.RULE + arm.id();
    }

    private void pick(Flag flag, DmnXml xml) {
        xml.decision(flag.key(), Feel.name(flag.key()), "The first rule that can " + flag.key(), "string");
        if (flag.arms().isEmpty()) {
            xml.literal("null", Set.of());
            return;
        }
        List<String> keys = flag.arms().stream().map(arm -> key(flag, arm)).toList();
        xml.table(new LinkedHashSet<>(keys));
        for (int at = 0; at < keys.size(); at++) {
            Arm arm = flag.arms().get(at);
            xml.row(at, keys.size(), Feel.text(arm.id()), List.of(Shown.of(arm.name()), Json.write(arm.payload())));
        }
        xml.endTable();
    }
}
