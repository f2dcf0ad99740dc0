package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.decide.ProfileDesk;
import app.attune.decider.ServerProfile;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.RuleTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Compares what the targets of a bundle decide with what its reference decider does, for many profiles.
public final class TargetComparison {
    private static final int IN_DATABASE = 150;

    private TargetComparison() {}

    /// Everybody of a desk that the bundle was written of.
    public static void comparePopulation(ProfileDesk desk, Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (String name : List.of("segments.json", "rules.json")) {
            files.put(name, Files.readString(folder.resolve(name)));
        }
        List<ServerProfile> profiles = IntStream.range(0, desk.basis().users())
                .mapToObj(userIdx -> ServedProfiles.of(desk, userIdx))
                .toList();
        compare(FlagsOfBundle.of(files, folder), profiles, "population of " + profiles.size());
    }

    static void compare(FlagsOfBundle bundle, List<ServerProfile> profiles, String what) {
        for (RuleTarget target : FlagsOfTargets.read()) {
            FlagPlan plan = expressible(target, bundle.plan());
            assertTrue(
                    plan.flags().size() >= bundle.plan().flags().size() * 3 / 5,
                    target.name() + " leaves out too many: " + plan.flags().size());
            FlagsOfTargets flags = FlagsOfTargets.of(
                    target.name(), target.files(plan).getOrDefault(FlagsOfTargets.file(target.name()), ""), plan);
            List<String> wrong = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            // A database is asked about one at a time here; attune prove asks engines about all.
            int most = target.name().equals("sql") ? IN_DATABASE : profiles.size();
            for (ServerProfile profile : profiles.subList(0, Math.min(most, profiles.size()))) {
                Map<String, String> expected = bundle.arms(profile);
                for (Flag flag : plan.flags()) {
                    String arm = flags.arm(flag, profile);
                    seen.add(flag.key() + arm);
                    if (!arm.equals(expected.getOrDefault(flag.key(), "")) && wrong.size() < 5) {
                        wrong.add(flag.key() + " is " + arm + " for " + profile);
                    }
                }
            }
            assertEquals(List.of(), wrong, target.name() + ", " + what);
            assertTrue(seen.size() > plan.flags().size() * 3 / 2, "flags are on and off: " + seen.size());
        }
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
