package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.decider.BundleSignature;
import app.attune.decider.Difference;
import app.attune.decider.Verification;
import app.attune.prove.BundleCheck;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "verify",
        description = "Checks a bundle with nothing but the bundle: its files, and every golden decision made again.",
        footer = {
            "",
            "Examples:",
            "  attune verify bundle-2026-11",
            "  attune verify bundle-2026-11 --key analysts.pem",
            "",
            "Exit code 3 if anything differs."
        })
final class VerifyCommand extends Command {
    private static final int SHOWN = 20;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The bundle's folder or .zip file.")
    @Nullable
    private Path bundle;

    @Option(
            names = "--key",
            paramLabel = "FILE|FINGERPRINT",
            description = "The public key that must have signed it, as PEM, or its SHA-256. Without it any key will do,"
                    + " also one that somebody put there who changed the bundle.")
    @Nullable
    private String key;

    VerifyCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run() {
        Path folder = Words.given(bundle, "BUNDLE");
        Verification found = Optional.ofNullable(key)
                .map(VerifyCommand::fingerprint)
                .map(print ->
                        BundleCheck.verifySigned(folder, print, surroundings().progress()))
                .orElseGet(() -> BundleCheck.verify(folder, surroundings().progress()));
        return new Report(lines(found), json(found), found.isSound() ? ExitCode.OK : ExitCode.DIFFERENT);
    }

    private static String fingerprint(String typed) {
        return BundleSignature.fingerprintOf(typed)
                .orElseGet(() ->
                        BundleCheck.reading(() -> BundleSignature.fingerprint(Words.textOf(Path.of(typed)), typed)));
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
        found.waivers()
                .forEach(waiver -> lines.add("Waived: the gate " + waiver.gate() + ", by " + waiver.author() + " at "
                        + waiver.at() + ": " + waiver.reason()));
        if (found.isSound()) {
            lines.add(signed(found.signature()));
            lines.add("SHA-256 " + found.bundleHash());
        }
        return lines;
    }

    private static String signed(BundleSignature signature) {
        return signature
                .fingerprint()
                .map(print -> "Signed by the key " + print)
                .orElse("Not signed: anybody can have made it, or changed it and its checksums.");
    }

    private static String line(Difference difference) {
        return "  " + difference.vector() + " " + difference.field() + ": expected " + difference.expected() + ", got "
                + difference.got();
    }

    private static ObjectNode json(Verification found) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("sound", found.isSound())
                .put("files", found.files())
                .put("vectors", found.vectors())
                .put("signature", Words.code(found.signature().state()));
        if (found.isSound()) {
            node.put("hash", found.bundleHash());
        }
        found.signature().fingerprint().ifPresent(print -> node.put("fingerprint", print));
        ArrayNode waivers = node.putArray("waivers");
        found.waivers()
                .forEach(waiver -> waivers.addObject()
                        .put("gate", waiver.gate())
                        .put("reason", waiver.reason())
                        .put("author", waiver.author())
                        .put("at", waiver.at()));
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
