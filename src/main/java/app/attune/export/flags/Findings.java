package app.attune.export.flags;

import app.attune.core.Problem;
import app.attune.export.flags.FlagPlan.Arm;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.FlagPlan.Unknown;
import app.attune.export.flags.FlatCondition.Contains;
import app.attune.export.flags.FlatCondition.OneOf;
import app.attune.export.flags.FlatCondition.Ordered;
import app.attune.export.flags.FlatCondition.Present;
import app.attune.export.flags.FlatCondition.Row;
import app.attune.export.flags.FlatCondition.StartsWith;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What stands against writing a plan for a target.
public final class Findings {
    /// Names that objects of JavaScript inherit, so that engines find something there in every profile.
    private static final Set<String> INHERITED = Set.of(
            "__proto__",
            "__defineGetter__",
            "__defineSetter__",
            "__lookupGetter__",
            "__lookupSetter__",
            "constructor",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "toLocaleString",
            "toString",
            "valueOf");

    private static final int TOLD = 5;

    private final String target;
    private final Set<Problem> found = new LinkedHashSet<>();

    public Findings(String target) {
        this.target = target;
    }

    /// Why a row cannot be written, and what to do.
    public record Reason(String words, String remedy) {}

    /// What rules say that flags do not have, and every row for which there is a reason.
    public Findings of(FlagPlan plan, Function<Row, Optional<Reason>> reason) {
        plan.unknown().forEach(this::add);
        for (Flag flag : plan.flags()) {
            for (Arm arm : flag.arms()) {
                for (Row row : plan.rows(arm.condition())) {
                    reason.apply(row).ifPresent(why -> add(flag, arm, row, why));
                }
            }
        }
        return this;
    }

    private void add(Unknown unknown) {
        found.add(new Problem(
                "export.target-rule",
                target + " can't express " + unknown.whose() + ": flags have nothing for "
                        + UnknownWords.of(unknown.field()) + ".",
                "Take that out of " + unknown.whose() + ", or leave " + target + " out of the export."));
    }

    private void add(Flag flag, Arm arm, Row row, Reason why) {
        String who = flag.key().startsWith(FlagReader.SEGMENT) ? "the segment " : "the rule ";
        found.add(new Problem(
                "export.target-row",
                target + " can't express " + who + arm.name() + ", " + row.place() + ": " + why.words() + ".",
                why.remedy()));
    }

    /// Of a flag as a whole.
    public void add(Flag flag, String words, String remedy) {
        found.add(new Problem(
                "export.target-flag", target + " can't express the flag " + flag.key() + ": " + words + ".", remedy));
    }

    public List<Problem> list() {
        return new ArrayList<>(found);
    }

    /// One problem that tells the first few.
    static Problem together(List<Problem> findings) {
        Problem first = findings.getFirst();
        if (findings.size() == 1) {
            return first;
        }
        List<String> lines = new ArrayList<>(
                findings.stream().limit(TOLD).map(Problem::message).toList());
        if (findings.size() > TOLD) {
            lines.add("And " + (findings.size() - TOLD) + " more.");
        }
        return new Problem(first.code(), String.join("\n", lines), first.remedy());
    }

    /// Whether a text of the row has the letter in it.
    public static boolean asksFor(Row row, char letter) {
        Stream<String> texts = switch (row) {
            case OneOf one -> one.values().stream().map(JsonNode::asText);
            case Contains contains -> contains.texts().stream();
            case StartsWith starts -> starts.texts().stream();
            case Ordered ignored -> Stream.of();
            case Present ignored -> Stream.of();
        };
        return texts.anyMatch(text -> text.indexOf(letter) >= 0);
    }

    /// Why an engine that looks values up by a path with dots would find another value under the row's name.
    public static Optional<Reason> ofPath(Row row) {
        String name = row.field().name();
        String words = "";
        if (name.isEmpty() || name.indexOf('.') >= 0) {
            words = "the name \"" + name + "\" is a path there, as it is empty or has a dot";
        } else if (INHERITED.contains(name)) {
            words = "every object of JavaScript has something named \"" + name + "\"";
        }
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason(
                        words,
                        "Rename the " + (row.field().source() == Field.Source.ATTRIBUTES ? "attribute" : "feature")
                                + " where it comes from."));
    }
}
