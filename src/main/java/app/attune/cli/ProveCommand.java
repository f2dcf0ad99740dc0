package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.decide.ProfileDesk;
import app.attune.decider.ServerProfile;
import app.attune.export.ServedProfiles;
import app.attune.prove.Certificate;
import app.attune.prove.CertificateFile;
import app.attune.prove.EngineRun;
import app.attune.prove.ProofRequest;
import app.attune.prove.Prover;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "prove",
        description = "Runs a bundle's flags in the engines they are for and compares with what the bundle decides.",
        footer = {
            "",
            "Examples:",
            "  attune prove bundle-2026-11",
            "  attune prove bundle-2026-11 --engine flagd --cases 100000 --population shop",
            "",
            "Engines are no part of Attune; one that is not installed is named with what installs it.",
            "An engines.json in the folder of engines adds engines of your own.",
            "Exit code 3 if anything is decided otherwise, 1 if an engine did not run to its end."
        })
final class ProveCommand extends Command {
    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The bundle's folder.")
    @Nullable
    private Path bundle;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "An engine to ask; all whose flags the bundle has if none is named. Repeatable.")
    private List<String> names = List.of();

    @Option(names = "--cases", defaultValue = "20000", description = "How many profiles to draw: ${DEFAULT-VALUE}.")
    private int cases;

    @Option(names = "--seed", defaultValue = "1", description = "Of the draw: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--engines",
            defaultValue = "target/prove",
            paramLabel = "FOLDER",
            description = "Where engines are installed: ${DEFAULT-VALUE}.")
    @Nullable
    private Path engines;

    @Option(
            names = "--population",
            paramLabel = "WORKSPACE",
            description = "Asks about every user of a workspace as well, besides the bundle's golden decisions.")
    @Nullable
    private Path population;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where certificate.json and certificate.txt are written: beside the bundle if not said.")
    @Nullable
    private Path out;

    ProveCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run() {
        Path folder = Words.given(bundle, "BUNDLE");
        List<ServerProfile> profiles = population == null ? List.of() : profiles(population);
        ProofRequest request = Words.checked(
                () -> new ProofRequest(folder, Words.given(engines, "--engines"), names, cases, seed, profiles));
        Certificate certificate =
                new Prover(surroundings().clock()).prove(request, surroundings().progress());
        ObjectNode json = CertificateFile.json(certificate);
        List<String> lines = new ArrayList<>(CertificateFile.lines(certificate));
        Path written = out == null ? beside(folder) : out;
        Words.write(written.resolve("certificate.json"), Json.writePretty(json));
        Words.write(written.resolve("certificate.txt"), String.join("\n", lines) + "\n");
        lines.add("The certificate is in " + written + ".");
        return new Report(lines, json, exitCode(certificate));
    }

    /// A bundle itself is sealed by its checksums.
    private static Path beside(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + "-certificate");
    }

    private List<ServerProfile> profiles(Path workspace) {
        try (Services services = Services.open(workspace, surroundings().clock())) {
            ProfileDesk desk =
                    services.exports().draft(surroundings().progress()).desk().get();
            List<ServerProfile> profiles = new ArrayList<>();
            for (int userIdx = 0; userIdx < desk.basis().users(); userIdx++) {
                surroundings().progress().checkpoint();
                profiles.add(ServedProfiles.of(desk, userIdx));
            }
            return profiles;
        }
    }

    private static int exitCode(Certificate certificate) {
        if (certificate.isProved()) {
            return ExitCode.OK;
        }
        return certificate.runs().stream().map(EngineRun::differing).anyMatch(count -> count > 0)
                ? ExitCode.DIFFERENT
                : ExitCode.PROBLEM;
    }
}
