package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.decide.ProfileDesk;
import app.attune.decider.BundleFolder;
import app.attune.decider.ServerProfile;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.RuleTarget;
import app.attune.prove.ExpectedFlags;
import app.attune.rules.HitPolicy;
import app.attune.rules.Rule;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every target's files decide as the reference decider of the bundle does.
final class TargetDifferenceTest {
    private static final int PROFILES = 20_000;
    private static final int SEGMENTS = 30;
    private static final int CAUGHT_WITHIN = 2_000;
    private static final int USERS = 2_600;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    @Test
    void everyTargetDecidesTwentyThousandHostileProfilesAsTheBundle() {
        for (long seed : List.of(11L, 12L)) {
            HostileSegments drawn = new HostileSegments(seed);
            FlagsOfBundle bundle = FlagsOfBundle.of(drawn.bundle(SEGMENTS), folder.resolve("b" + seed));
            TargetComparison.compare(bundle, drawn.profiles(PROFILES / 2), "seed " + seed);
        }
    }

    @Test
    void everyTargetDecidesTheWholePopulationOfTheShopAsTheBundle() {
        ProfileDesk shop = GeneratedShop.desk(20261101, USERS, GeneratedShop.widerSegments());
        for (HitPolicy policy : List.of(HitPolicy.RULE_ORDER, HitPolicy.FIRST, HitPolicy.PRIORITY)) {
            compare(GeneratedShop.desk(shop, weighed(policy)));
        }
    }

    /// The later a rule, the heavier, but for those that weigh the same.
    private static RuleProgram weighed(HitPolicy policy) {
        RuleProgram program = GeneratedRules.withoutLimits();
        List<Rule> rules = program.rules();
        return program.withRules(IntStream.range(0, rules.size())
                        .mapToObj(i -> rules.get(i).withWeight(OptionalInt.of(i / 3)))
                        .toList())
                .withPolicy(RulePolicy.usual().withHitPolicy(policy));
    }

    private void compare(ProfileDesk desk) {
        HitPolicy policy = desk.setup().program().policy().hitPolicy();
        ExportedBundle written = new BundleWriter(GeneratedShop.CLOCK)
                .write(GeneratedShop.request(desk), folder.resolve("bundle-" + policy), Progress.none());
        FlagsOfBundle bundle = FlagsOfBundle.of(written.folder());
        List<ServerProfile> profiles = IntStream.range(0, USERS)
                .mapToObj(userIdx -> BundleParityTest.served(desk, userIdx).profile())
                .toList();
        TargetComparison.compare(bundle, profiles, "shop, " + policy);
        ExpectedFlags proved = ExpectedFlags.of(BundleFolder.open(written.folder()));
        profiles.forEach(profile -> assertEquals(bundle.arms(profile), proved.of(profile), "proof, " + policy));
    }

    @Test
    void everyBugOfAnExporterIsCaught() {
        HostileSegments drawn = new HostileSegments(13);
        FlagsOfBundle bundle = FlagsOfBundle.of(drawn.bundle(SEGMENTS), folder.resolve("bugs"));
        List<ServerProfile> profiles = drawn.profiles(CAUGHT_WITHIN);
        List<Map<String, String>> expected = profiles.stream().map(bundle::arms).toList();
        List<String> survived = new ArrayList<>();
        for (ExporterBugs bug : ExporterBugs.all()) {
            RuleTarget target = RuleTargets.named(bug.target());
            FlagPlan plan = TargetComparison.expressible(target, bundle.plan());
            String right = target.files(plan).getOrDefault(FlagsOfTargets.file(bug.target()), "");
            String wrong = bug.change().apply(right);
            assertNotEquals(
                    bug.target().equals("sql") ? right : Json.write(Json.read(right, "right")),
                    wrong,
                    bug.target() + ": " + bug.name() + " changes nothing");
            if (!isCaught(bug.target(), wrong, plan, profiles, expected)) {
                survived.add(bug.target() + ": " + bug.name());
            }
        }
        assertEquals(List.of(), survived);
        assertTrue(
                ExporterBugs.all().size() >= 67,
                "bugs tried: " + ExporterBugs.all().size());
    }

    /// A database that refuses what is written has caught it too.
    private static boolean isCaught(
            String target,
            String wrong,
            FlagPlan plan,
            List<ServerProfile> profiles,
            List<Map<String, String>> expected) {
        try {
            return isCaught(FlagsOfTargets.of(target, wrong, plan), plan, profiles, expected);
        } catch (IllegalStateException e) {
            return target.equals("sql") && e.getCause() instanceof SQLException;
        }
    }

    private static boolean isCaught(
            FlagsOfTargets flags, FlagPlan plan, List<ServerProfile> profiles, List<Map<String, String>> expected) {
        for (int i = 0; i < profiles.size(); i++) {
            for (Flag flag : plan.flags()) {
                if (!flags.arm(flag, profiles.get(i)).equals(expected.get(i).getOrDefault(flag.key(), ""))) {
                    return true;
                }
            }
        }
        return false;
    }
}
