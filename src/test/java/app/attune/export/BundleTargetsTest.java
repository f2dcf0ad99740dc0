package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.decide.ProfileDesk;
import app.attune.decider.BundleFormat;
import app.attune.decider.BundleVerifier;
import app.attune.decider.Verification;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagReader;
import app.attune.export.flags.RuleTarget;
import app.attune.rules.HitPolicy;
import app.attune.rules.Holdout;
import app.attune.rules.Rollout;
import app.attune.rules.RuleLimits;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.Schedule;
import app.attune.rules.Treatment;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bundles that hold the formats of other engines beside our own.
final class BundleTargetsTest {
    private static final ProfileDesk LIMITED = GeneratedShop.desk(5, 200);
    private static final ProfileDesk DESK = GeneratedShop.desk(LIMITED, GeneratedRules.withoutLimits());

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private ExportedBundle write(List<RuleTarget> targets) {
        return new BundleWriter(GeneratedShop.CLOCK)
                .write(GeneratedShop.request(DESK, targets), folder.resolve("bundle"), Progress.none());
    }

    @Test
    void targetsAreListedAndVerifiedWithTheBundle() throws IOException {
        ExportedBundle bundle = write(RuleTargets.all());
        JsonNode manifest = Json.read(Files.readString(bundle.folder().resolve("manifest.json")), "manifest");
        List<String> names = StreamSupport.stream(manifest.path("targets").spliterator(), false)
                .map(target -> target.path("name").asText())
                .toList();
        assertEquals(List.of("jsonlogic", "growthbook", "flagd", "unleash", "dmn", "drl", "sql", "unomi"), names);
        List<String> files = StreamSupport.stream(manifest.path("files").spliterator(), false)
                .map(file -> file.path("name").asText())
                .toList();
        for (String name : names) {
            assertTrue(files.contains("targets/" + name + "/context.json"), name);
            assertTrue(files.contains("targets/" + name + "/" + FlagsOfTargets.file(name)), name);
        }
        assertTrue(BundleVerifier.verify(bundle.folder()).isSound());
        Path flags = bundle.folder().resolve("targets/flagd/flags.json");
        Files.writeString(flags, Files.readString(flags).replace("\"on\"", "\"off\""));
        Verification changed = BundleVerifier.verify(bundle.folder());
        assertFalse(changed.isSound());
        assertTrue(changed.findings().getFirst().message().contains("targets/flagd/flags.json"));
    }

    @Test
    void everyTargetRefusesLimitsNamingTheRuleAndTheField() {
        SortedMap<String, String> files = files(LIMITED.setup().program(), List.of());
        FlagPlan plan = FlagReader.read(
                files.getOrDefault(BundleFormat.SEGMENTS, ""), files.getOrDefault(BundleFormat.RULES, ""));
        for (RuleTarget target : RuleTargets.all()) {
            assertEquals(
                    List.of(
                            refused(target, "the rule set", "who is held out from rules (\"holdout\")"),
                            refused(
                                    target,
                                    "the rule Rule *similar-for-buyers*\n# x",
                                    "how often it may act for one user (\"cap\")"),
                            refused(
                                    target,
                                    "the rule Rule *goes-with*\n# x",
                                    "how often it may act for one user (\"cap\")"),
                            refused(
                                    target,
                                    "the rule Rule *goes-with*\n# x",
                                    "that it starts from the item of the trigger (\"seed\")"),
                            refused(
                                    target,
                                    "the rule Rule *boost-c1*\n# x",
                                    "what share of the users it is for (\"rollout\")"),
                            refused(
                                    target,
                                    "the rule Rule *pin-two*\n# x",
                                    "how often it may act for one user (\"cap\")"),
                            refused(
                                    target,
                                    "the rule Rule *cart-offer*\n# x",
                                    "which requests it is for (\"context\")"),
                            refused(target, "the rule Rule *pin-nine*\n# x", "when it runs (\"schedule\")"),
                            refused(
                                    target,
                                    "the rule Rule *vip*\n# x",
                                    "what share of the users it is for (\"rollout\")"),
                            refused(target, "the rule Rule *vip*\n# x", "how often it may act for one user (\"cap\")")),
                    target.findings(plan).stream()
                            .filter(problem -> problem.code().equals("export.target-rule"))
                            .map(Problem::message)
                            .toList());
            assertEquals(
                    "export.target-rule",
                    assertThrows(
                                    ProblemException.class,
                                    () -> files(LIMITED.setup().program(), List.of(target)))
                            .problem()
                            .code());
        }
    }

    @Test
    void offersThatAreCollectedAreRefusedAndOneAloneIsNot() {
        RuleProgram plain = GeneratedRules.withoutLimits();
        RuleProgram collecting = plain.withPolicy(RulePolicy.usual().withHitPolicy(HitPolicy.COLLECT));
        SortedMap<String, String> files = files(collecting, List.of());
        FlagPlan plan = FlagReader.read(
                files.getOrDefault(BundleFormat.SEGMENTS, ""), files.getOrDefault(BundleFormat.RULES, ""));
        for (RuleTarget target : RuleTargets.all()) {
            assertEquals(
                    refused(target, "the rule set", "\"hitPolicy collect\""),
                    target.findings(plan).getFirst().message());
        }
        RuleProgram alone = collecting.withRules(plain.rules().stream()
                .filter(rule -> !(rule.treatment() instanceof Treatment.Offer)
                        || rule.id().value().equals("vip"))
                .toList());
        files(alone, RuleTargets.all());
    }

    private static String refused(RuleTarget target, String whose, String field) {
        return target.name() + " can't express " + whose + ": flags have nothing for " + field + ".";
    }

    @Test
    void limitsThatNarrowNothingAreLeftOutOfBundles() {
        Schedule zoned = new Schedule(
                ZoneId.of("Europe/Berlin"), Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
        RuleLimits idle = RuleLimits.none().withSchedule(zoned).withRollout(new Rollout(Rollout.ALL, "autumn"));
        RuleProgram plain = GeneratedRules.withoutLimits();
        RuleProgram program = plain.withRules(plain.rules().stream()
                        .map(rule -> rule.withLimits(idle))
                        .toList())
                .withPolicy(RulePolicy.usual().withHoldout(new Holdout(0, "winter")));
        SortedMap<String, String> expected = files(plain, RuleTargets.all());
        SortedMap<String, String> files = files(program, RuleTargets.all());
        assertEquals(expected.get(BundleFormat.RULES), files.get(BundleFormat.RULES));
        assertEquals(expected.get("targets/flagd/flags.json"), files.get("targets/flagd/flags.json"));
        assertEquals(expected.get(BundleFormat.GOLDEN), files.get(BundleFormat.GOLDEN));
    }

    private static SortedMap<String, String> files(RuleProgram program, List<RuleTarget> targets) {
        ProfileDesk desk = GeneratedShop.desk(LIMITED, program);
        return BundleFiles.of(GeneratedShop.request(desk, targets), GeneratedShop.CLOCK.instant(), Progress.none());
    }

    @Test
    void withoutTargetsABundleIsAsItWas() throws IOException {
        ExportedBundle bundle = write(List.of());
        assertFalse(Files.exists(bundle.folder().resolve("targets")));
        assertFalse(Files.readString(bundle.folder().resolve("manifest.json")).contains("targets"));
    }

    @Test
    void whatATargetCannotExpressLeavesNothingBehind() {
        Problem refused = assertThrows(ProblemException.class, () -> write(List.of(new Refusing())))
                .problem();
        assertEquals("one.\ntwo.\nthree.\nfour.\nfive.\nAnd 1 more.", refused.message());
        assertFalse(Files.exists(folder.resolve("bundle")));
    }

    /// Cannot express anything.
    private static final class Refusing implements RuleTarget {
        @Override
        public String name() {
            return "refusing";
        }

        @Override
        public String format() {
            return "none";
        }

        @Override
        public List<Problem> findings(FlagPlan plan) {
            return List.of("one", "two", "three", "four", "five", "six").stream()
                    .map(word -> new Problem("export.target-row", word + ".", "Change it."))
                    .toList();
        }

        @Override
        public SortedMap<String, String> render(FlagPlan plan) {
            return new TreeMap<>();
        }
    }
}
