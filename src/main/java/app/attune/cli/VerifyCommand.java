package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.decider.Difference;
import app.attune.decider.Verification;
import app.attune.export.BundleCheck;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "verify",
        description = "Checks a bundle with nothing but the bundle: its files, and every golden decision made again.",
        footer = {"", "Example:", "  attune verify bundle-2026-11", "", "Exit code 3 if anything differs."})
final class VerifyCommand extends Command {
    private static final int SHOWN = 20;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The bundle's folder.")
    @Nullable
    private Path bundle;

    VerifyCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run() {
        Verification found =
                BundleCheck.verify(Words.given(bundle, "BUNDLE"), surroundings().progress());
        return new Report(lines(found), json(found), found.isSound() ? ExitCode.OK : ExitCode.DIFFERENT);
    }

    static List<String> lines(Verification found) {
        List<String> lines = new ArrayList<>();
        lines.add((found.isSound() ? "Sound: " : "NOT SOUND: ") + Counted.of(found.files(), "file") + " checked, "
                + Words.number(found.vectors()) + " golden decisions made again, "
                + Words.number(found.differences().size()) + " differ.");
        found.findings().forEach(problem -> lines.add("  " + problem.message() + " " + problem.remedy()));
        found.differences().stream().limit(SHOWN).map(VerifyCommand::line).forEach(lines::add);
        if (found.differences().size() > SHOWN) {
            lines.add("  … and " + (found.differences().size() - SHOWN) + " more, all in --json.");
        }
        lines.add("SHA-256 " + found.bundleHash());
        return lines;
    }

    private static String line(Difference difference) {
        return "  " + difference.vector() + " " + difference.field() + ": expected " + difference.expected() + ", got "
                + difference.got();
    }

    private static ObjectNode json(Verification found) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("sound", found.isSound())
                .put("hash", found.bundleHash())
                .put("files", found.files())
                .put("vectors", found.vectors());
        ArrayNode findings = node.putArray("findings");
        found.findings().forEach(problem -> findings.add(problem.message()));
        ArrayNode differences = node.putArray("differences");
        found.differences()
                .forEach(one -> differences
                        .addObject()
                        .put("vector", one.vector())
                        .put("field", one.field())
                        .put("expected", one.expected())
                        .put("got", one.got()));
        return node;
    }
}
