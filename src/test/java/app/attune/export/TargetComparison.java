package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.decide.ProfileDesk;
import app.attune.decider.ServerProfile;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.RuleTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Compares what the targets of a bundle decide with what its reference decider does, for many profiles.
public final class TargetComparison {
    /// How many profiles are asked about at once.
    private static final int BLOCK = 1_000;

    private TargetComparison() {}

    /// Everybody of a desk that the bundle was written of.
    public static void comparePopulation(ProfileDesk desk, Path folder) {
        List<ServerProfile> profiles = IntStream.range(0, desk.basis().users())
                .mapToObj(userIdx -> ServedProfiles.of(desk, userIdx))
                .toList();
        compare(FlagsOfBundle.of(folder), profiles, "population of " + profiles.size());
    }

    static void compare(FlagsOfBundle bundle, List<ServerProfile> profiles, String what) {
        List<Map<String, String>> expected = profiles.stream().map(bundle::arms).toList();
        for (RuleTarget target : FlagsOfTargets.read()) {
            FlagPlan plan = expressible(target, bundle.plan());
            assertTrue(
                    plan.flags().size() >= bundle.plan().flags().size() * 3 / 5,
                    target.name() + " leaves out too many: " + plan.flags().size());
            FlagsOfTargets flags = FlagsOfTargets.of(
                    target.name(), target.files(plan).getOrDefault(FlagsOfTargets.file(target.name()), ""), plan);
            List<String> wrong = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (int from = 0; from < profiles.size(); from += BLOCK) {
                int to = Math.min(from + BLOCK, profiles.size());
                List<ServerProfile> asked = profiles.subList(from, to);
                List<Map<String, String>> answers = flags.arms(plan.flags(), asked);
                for (int i = 0; i < asked.size(); i++) {
                    wrong.addAll(wrong(plan, answers.get(i), expected.get(from + i), asked.get(i)));
                    answers.get(i).forEach((flag, arm) -> seen.add(flag + arm));
                }
            }
            assertEquals(List.of(), wrong.subList(0, Math.min(5, wrong.size())), target.name() + ", " + what);
            assertTrue(seen.size() > plan.flags().size() * 3 / 2, "flags are on and off: " + seen.size());
        }
    }

    private static List<String> wrong(
            FlagPlan plan, Map<String, String> answer, Map<String, String> expected, ServerProfile profile) {
        List<String> wrong = new ArrayList<>();
        for (Flag flag : plan.flags()) {
            String arm = answer.getOrDefault(flag.key(), "no answer");
            if (!arm.equals(expected.getOrDefault(flag.key(), ""))) {
                wrong.add(flag.key() + " is " + arm + " for " + profile);
            }
        }
        return wrong;
    }

    /// Without the flags that the target refuses, each of which has a finding.
    static FlagPlan expressible(RuleTarget target, FlagPlan plan) {
        List<Flag> kept = plan.flags().stream()
                .filter(flag -> findings(target, plan, flag).isEmpty())
                .toList();
        return new FlagPlan(plan.segments(), kept, plan.unknown());
    }

    private static List<Problem> findings(RuleTarget target, FlagPlan plan, Flag flag) {
        return target.findings(new FlagPlan(plan.segments(), List.of(flag), plan.unknown()));
    }
}
