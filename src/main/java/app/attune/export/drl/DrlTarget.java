package app.attune.export.drl;

import app.attune.core.Problem;
import app.attune.export.flags.Findings;
import app.attune.export.flags.Findings.Reason;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlatCondition.Contains;
import app.attune.export.flags.FlatCondition.OneOf;
import app.attune.export.flags.FlatCondition.Ordered;
import app.attune.export.flags.FlatCondition.Present;
import app.attune.export.flags.FlatCondition.Row;
import app.attune.export.flags.FlatCondition.StartsWith;
import app.attune.export.flags.PayloadFile;
import app.attune.export.flags.RuleTarget;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Flags as rules of Drools over the facts of one profile, each leaving a fact of who gets what.
public final class DrlTarget implements RuleTarget {
    /// What Drools compiles.
    public static final String FILE = "rules.drl";

    /// What a constant of a Java class can have, in bytes.
    private static final int LONGEST = 65_535;

    @Override
    public String name() {
        return "drl";
    }

    @Override
    public String format() {
        return "Drools DRL 10";
    }

    @Override
    public List<Problem> findings(FlagPlan plan) {
        return new Findings(name()).of(plan, DrlTarget::reason).list();
    }

    private static Optional<Reason> reason(Row row) {
        return texts(row).mapToInt(DrlTarget::bytes).anyMatch(bytes -> bytes > LONGEST)
                ? Optional.of(new Reason(
                        "a name or text is longer than " + LONGEST + " bytes, which Drools can't compile",
                        "Shorten it."))
                : Optional.empty();
    }

    private static Stream<String> texts(Row row) {
        Stream<String> values = switch (row) {
            case OneOf one -> one.values().stream().map(JsonNode::asText);
            case Contains contains -> contains.texts().stream();
            case StartsWith starts -> starts.texts().stream();
            case Ordered ignored -> Stream.of();
            case Present ignored -> Stream.of();
        };
        return Stream.concat(Stream.of(row.field().path()), values);
    }

    /// Twice for the letter 0, which classes have as two bytes.
    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length
                + (int) text.chars().filter(letter -> letter == 0).count();
    }

    @Override
    public SortedMap<String, String> render(FlagPlan plan) {
        return new TreeMap<>(Map.of(FILE, new DrlWriter(plan).write(), PayloadFile.NAME, PayloadFile.of(plan)));
    }
}
