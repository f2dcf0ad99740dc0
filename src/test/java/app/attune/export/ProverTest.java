package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.decide.ProfileDesk;
import app.attune.prove.CaseKind;
import app.attune.prove.Certificate;
import app.attune.prove.CertificateFile;
import app.attune.prove.EngineRun;
import app.attune.prove.ProofRequest;
import app.attune.prove.Prover;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What engines in processes of their own may do to a proof.
final class ProverTest {
    private static final int CASES = 300;
    private static final List<String> KINDS =
            List.of("honest", "lying", "forgetful", "failing", "crashing", "babbling", "silent", "broken", "missing");

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        ProfileDesk desk = GeneratedShop.desk(GeneratedShop.desk(5, 200), GeneratedRules.withoutLimits());
        new BundleWriter(GeneratedShop.CLOCK)
                .write(
                        GeneratedShop.request(desk, List.of(RuleTargets.named("jsonlogic"))),
                        folder.resolve("bundle"),
                        Progress.none());
        ObjectNode root = Json.mapper().createObjectNode();
        ArrayNode engines = root.putArray("engines");
        for (String kind : KINDS) {
            ObjectNode engine = engines.addObject().put("engine", kind).put("target", "jsonlogic");
            engine.putArray("run")
                    .add("{java}")
                    .add("-XX:TieredStopAtLevel=1")
                    .add("-cp")
                    .add(System.getProperty("java.class.path"))
                    .add(FakeEngine.class.getName())
                    .add(kind);
            engine.put("needs", kind.equals("missing") ? "not-there" : "").put("install", "make " + kind);
        }
        engines.addObject()
                .put("engine", "without-program")
                .put("target", "jsonlogic")
                .put("install", "look for it")
                .putArray("run")
                .add("no-such-program-here");
        Files.writeString(folder.resolve("engines.json"), Json.writePretty(root));
    }

    private static Certificate prove(String... engines) {
        ProofRequest request =
                new ProofRequest(folder.resolve("bundle"), folder, List.of(engines), CASES, 3, List.of());
        return new Prover(GeneratedShop.CLOCK, Duration.ofSeconds(20)).prove(request, Progress.none());
    }

    private static EngineRun run(String engine) {
        Certificate certificate = prove(engine);
        assertEquals(engine.equals("honest"), certificate.isProved());
        return certificate.runs().getFirst();
    }

    @Test
    void anHonestEngineIsCertified() {
        Certificate certificate = prove("honest");
        EngineRun run = certificate.runs().getFirst();
        assertEquals(Optional.empty(), run.problem());
        assertEquals(0, run.differing(), () -> run.differences().toString());
        assertEquals("honest 1.0", run.version());
        assertEquals(certificate.allCases(), run.cases());
        assertEquals(CASES, certificate.cases().get(CaseKind.GENERATED));
        assertEquals(CaseKind.values().length, certificate.cases().size(), "kinds of cases");
        assertTrue(certificate.isProved());
        assertEquals(64, certificate.bundleHash().length());
        String words = String.join("\n", CertificateFile.lines(certificate));
        assertTrue(words.startsWith("Proved: "), words);
        assertEquals(
                CertificateFile.json(certificate).toString(),
                CertificateFile.json(prove("honest")).toString());
    }

    @Test
    void aPackedBundleIsToBeUnpackedFirst() throws IOException {
        Path packed = Files.writeString(folder.resolve("bundle.zip"), "PK");
        ProofRequest request = new ProofRequest(packed, folder, List.of("honest"), CASES, 3, List.of());
        ProblemException refused = assertThrows(
                ProblemException.class, () -> new Prover(GeneratedShop.CLOCK).prove(request, Progress.none()));
        assertEquals("prove.packed", refused.problem().code());
    }

    @Test
    void aLyingEngineIsFoundWithTheProfile() {
        EngineRun run = run("lying");
        assertEquals(run.cases() / 7, run.differing());
        assertEquals(10, run.differences().size());
        assertTrue(run.differences().getFirst().context().contains("\"attributes\""));
    }

    @Test
    void aFlagThatIsLeftOutDiffersInEveryCase() {
        EngineRun run = run("forgetful");
        assertEquals(run.cases(), run.differing());
        assertEquals("no such flag", run.differences().getFirst().got());
    }

    @Test
    void anErrorIsADifference() {
        EngineRun run = run("failing");
        assertEquals(1, run.differing());
        assertEquals("the error divided by zero", run.differences().getFirst().got());
    }

    @Test
    void anEngineThatEndsBeforeTheEndIsToldWithItsLastWords() {
        String message = message("crashing");
        assertTrue(message.startsWith("crashing ended before it answered everything (exit code 7"), message);
        assertTrue(message.contains("out of ideas"), message);
    }

    @Test
    void whatIsNoAnswerOrNeverComesIsNoProof() {
        assertTrue(message("babbling").contains("I think so"));
        assertTrue(message("broken").contains("no memory"));
        assertTrue(message("without-program").startsWith("Can't start without-program"));
        ProofRequest request = new ProofRequest(folder.resolve("bundle"), folder, List.of("silent"), 0, 3, List.of());
        Certificate certificate =
                new Prover(GeneratedShop.CLOCK, Duration.ofSeconds(2)).prove(request, Progress.none());
        assertEquals(
                "silent has said nothing for 2 seconds.",
                certificate.runs().getFirst().problem().orElseThrow().message());
    }

    @Test
    void anEngineThatIsMissingIsNamedWithWhatInstallsIt() {
        EngineRun run = run("missing");
        assertEquals("Install it: make missing", run.problem().orElseThrow().remedy());
        assertEquals(0, run.cases());
    }

    private static String message(String engine) {
        return run(engine).problem().orElseThrow().message();
    }

    @Test
    void whatIsNotThereIsNotAsked() {
        assertEquals("prove.unknown-engine", code("hones"));
        assertEquals("prove.no-target", code("flagd"));
    }

    @Test
    void aBundleThatWasChangedIsNotProved() throws IOException {
        Path bundle = folder.resolve("bundle/targets/jsonlogic/flags.json");
        String text = Files.readString(bundle);
        Files.writeString(bundle, text.replace(">=", ">"));
        assertEquals("prove.not-sound", code("honest"));
        Files.writeString(bundle, text);
        assertFalse(prove("honest").runs().isEmpty());
    }

    private static String code(String engine) {
        return assertThrows(ProblemException.class, () -> prove(engine))
                .problem()
                .code();
    }
}
