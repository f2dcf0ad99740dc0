package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.decider.BundleComparison;
import app.attune.decider.BundleFolder;
import app.attune.export.diff.BundleDiff;
import app.attune.export.diff.BundleSide;
import app.attune.prove.BundleCheck;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "diff",
        description = "Says what changed from one bundle to another: rules, segments, models, and for how many golden"
                + " profiles the decision.",
        footer = {
            "",
            "Example:",
            "  attune diff bundle-2026-10 bundle-2026-11",
            "",
            "It reads both as they are: attune verify says whether they are what was exported."
        })
final class DiffCommand extends Command {
    private static final int SHOWN = 10;

    @Parameters(index = "0", paramLabel = "BUNDLE_A", description = "The older bundle's folder or .zip file.")
    @Nullable
    private Path before;

    @Parameters(index = "1", paramLabel = "BUNDLE_B", description = "The newer bundle's folder or .zip file.")
    @Nullable
    private Path after;

    DiffCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run() {
        return BundleCheck.reading(this::compared);
    }

    private Report compared() {
        BundleFolder old = BundleFolder.open(Words.given(before, "BUNDLE_A"));
        BundleFolder now = BundleFolder.open(Words.given(after, "BUNDLE_B"));
        BundleDiff diff = BundleDiff.between(BundleSide.of(old), BundleSide.of(now));
        BundleComparison decided = BundleComparison.ofGolden(
                old, now, BundleCheck.watch(surroundings().progress()));
        return Report.of(lines(diff, decided), json(diff, decided));
    }

    private static List<String> lines(BundleDiff diff, BundleComparison decided) {
        List<String> lines = new ArrayList<>();
        part("Rules", diff.rules(), lines);
        part("Segments", diff.segments(), lines);
        part("Models", diff.models(), lines);
        if (lines.isEmpty()) {
            lines.add("Rules, segments and models are the same.");
        }
        lines.add(words(decided));
        decided.changed().stream().limit(SHOWN).forEach(id -> lines.add("  " + id));
        if (decided.changed().size() > SHOWN) {
            lines.add("  … and " + (decided.changed().size() - SHOWN) + " more, all in --json.");
        }
        return lines;
    }

    private static void part(String heading, List<String> changes, List<String> lines) {
        if (!changes.isEmpty()) {
            lines.add(heading);
            changes.forEach(change -> lines.add("  " + change));
        }
    }

    private static String words(BundleComparison decided) {
        String features = String.join(", ", decided.missing()).replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
        if (decided.asked() == 0) {
            return "Decisions were not compared: no golden profile has the features of both, of " + features + ".";
        }
        return Words.number(decided.changed().size()) + " of " + Words.number(decided.asked())
                + " golden profiles get other items or another offer"
                + (decided.missing().isEmpty()
                        ? "."
                        : "; those of one bundle were not asked, as they lack " + features + ".");
    }

    private static ObjectNode json(BundleDiff diff, BundleComparison decided) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("same", diff.isEmpty() && decided.changed().isEmpty());
        put(node.putArray("rules"), diff.rules());
        put(node.putArray("segments"), diff.segments());
        put(node.putArray("models"), diff.models());
        ObjectNode decisions = node.putObject("decisions").put("goldenProfiles", decided.asked());
        put(decisions.putArray("changed"), decided.changed());
        put(decisions.putArray("missingFeatures"), decided.missing());
        return node;
    }

    private static void put(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
