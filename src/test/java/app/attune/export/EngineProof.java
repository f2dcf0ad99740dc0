package app.attune.export;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.decide.ProfileDesk;
import app.attune.decider.ServerProfile;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.RuleTarget;
import app.attune.prove.TargetContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Decides hostile profiles and a population with KIE DMN and Drools, and tries bugs of the writers on them.
///
/// A program and no test, as the engines are not on the class path of tests: its arguments are the folder of the
/// engines' jars and a folder to write to; a third tries the bugs of the writers
/// instead: `bugs` all, `drl` those of one target.
public final class EngineProof {
    private static final int SEGMENTS = 30;
    private static final int USERS = 2_600;
    private static final int CAUGHT_WITHIN = 1_000;
    private static final Map<String, String> RUNNERS = Map.of("dmn", "KieDmnRunner", "drl", "DroolsRunner");

    private final Path engines;
    private final Path folder;
    private int failures;

    private EngineProof(Path engines, Path folder) {
        this.engines = engines;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        EngineProof proof = new EngineProof(Path.of(arguments[0]), Path.of(arguments[1]));
        if (arguments.length < 3) {
            for (long seed : List.of(11L, 12L)) {
                HostileSegments drawn = new HostileSegments(seed);
                proof.compare("hostile-" + seed, proof.written(drawn, "b" + seed), drawn.profiles(10_000));
            }
            proof.population();
        } else {
            proof.bugs(arguments[2].equals("bugs") ? "" : arguments[2]);
        }
        System.exit(proof.failures > 0 ? 1 : 0);
    }

    private FlagsOfBundle written(HostileSegments drawn, String name) {
        return FlagsOfBundle.of(drawn.bundle(SEGMENTS), folder.resolve(name));
    }

    private void population() throws Exception {
        ProfileDesk shop = GeneratedShop.desk(20261101, USERS, GeneratedShop.widerSegments());
        ProfileDesk desk = GeneratedShop.desk(shop, GeneratedRules.withoutLimits());
        ExportedBundle written = new BundleWriter(GeneratedShop.CLOCK)
                .write(GeneratedShop.request(desk), folder.resolve("shop"), Progress.none());
        FlagsOfBundle bundle = FlagsOfBundle.of(
                BundleFiles.of(GeneratedShop.request(desk), GeneratedShop.CLOCK.instant(), Progress.none()),
                written.folder());
        List<ServerProfile> profiles = IntStream.range(0, USERS)
                .mapToObj(userIdx -> BundleParityTest.served(desk, userIdx).profile())
                .toList();
        compare("population of the shop", bundle, profiles);
    }

    private void compare(String what, FlagsOfBundle bundle, List<ServerProfile> profiles) throws Exception {
        List<Map<String, String>> expected = profiles.stream().map(bundle::arms).toList();
        for (String target : List.of("dmn", "drl")) {
            RuleTarget format = RuleTargets.named(target);
            FlagPlan plan = TargetComparison.expressible(format, bundle.plan());
            Path files = folder.resolve(what.replace(' ', '-') + "-" + target);
            write(files, plan, format, "");
            Outcome outcome = run(target, files, plan, profiles, expected);
            System.out.println(what + ": " + outcome + ", flags " + plan.flags().size() + " of "
                    + bundle.plan().flags().size());
            failures += outcome.different() + (outcome.answers() == profiles.size() ? 0 : 1);
        }
    }

    private void bugs(String part) throws Exception {
        HostileSegments drawn = new HostileSegments(13);
        FlagsOfBundle bundle = written(drawn, "bugs");
        List<ServerProfile> profiles = drawn.profiles(CAUGHT_WITHIN);
        List<Map<String, String>> expected = profiles.stream().map(bundle::arms).toList();
        int caught = 0;
        List<EngineBugs> bugs = EngineBugs.all().stream()
                .filter(bug -> (bug.target() + ": " + bug.name()).contains(part))
                .toList();
        for (EngineBugs bug : bugs) {
            RuleTarget target = RuleTargets.named(bug.target());
            FlagPlan plan = TargetComparison.expressible(target, bundle.plan());
            String file = FlagsOfTargets.file(bug.target());
            String right = target.files(plan).getOrDefault(file, "");
            String wrong = bug.change().apply(right);
            Path files = folder.resolve("bug");
            write(files, plan, target, wrong);
            Outcome outcome = run(bug.target(), files, plan, profiles, expected);
            boolean isCaught = !wrong.equals(right) && outcome.different() > 0;
            caught += isCaught ? 1 : 0;
            System.out.println((isCaught ? "caught " : "MISSED ") + bug.target() + ": " + bug.name() + ", " + outcome);
        }
        System.out.println("caught " + caught + " of " + bugs.size());
        failures += bugs.size() - caught;
    }

    private static void write(Path files, FlagPlan plan, RuleTarget target, String instead) throws IOException {
        Files.createDirectories(files);
        for (Map.Entry<String, String> file : target.files(plan).entrySet()) {
            boolean isChanged = !instead.isEmpty() && file.getKey().equals(FlagsOfTargets.file(target.name()));
            Files.writeString(files.resolve(file.getKey()), isChanged ? instead : file.getValue());
        }
    }

    /// @param answers that are no errors
    private record Outcome(String engine, int profiles, int answers, int different, List<String> examples) {}

    private Outcome run(
            String target, Path files, FlagPlan plan, List<ServerProfile> profiles, List<Map<String, String>> expected)
            throws Exception {
        Path given = files.resolve("given.jsonl");
        TargetContext context =
                TargetContext.read(Json.read(Files.readString(files.resolve(TargetContext.NAME)), TargetContext.NAME));
        Files.write(
                given,
                profiles.stream()
                        .map(profile -> Json.write(context.of(profile)))
                        .toList());
        Path said = files.resolve("said.jsonl");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        engines + "/*",
                        "app.attune.engines." + RUNNERS.get(target),
                        files.toString())
                .redirectInput(given.toFile())
                .redirectOutput(said.toFile())
                .redirectError(files.resolve("errors.txt").toFile())
                .start();
        process.waitFor();
        List<String> lines = Files.readAllLines(said);
        if (lines.isEmpty()) {
            return new Outcome(target, profiles.size(), 0, profiles.size(), List.of("did not start"));
        }
        return compared(lines, plan, expected);
    }

    private static Outcome compared(List<String> lines, FlagPlan plan, List<Map<String, String>> expected) {
        int answers = 0;
        int different = 0;
        List<String> examples = new ArrayList<>();
        for (int at = 0; at < expected.size(); at++) {
            JsonNode said = at + 1 < lines.size()
                    ? Json.read(lines.get(at + 1), "answer")
                    : Json.mapper().createObjectNode().put("error", "no answer");
            answers += said.has("error") ? 0 : 1;
            String wrong = wrong(said, plan, expected.get(at));
            if (!wrong.isEmpty()) {
                different++;
                if (examples.size() < 3) {
                    examples.add("line " + (at + 1) + " " + wrong);
                }
            }
        }
        ObjectNode engine = (ObjectNode) Json.read(lines.getFirst(), "engine");
        return new Outcome(engine.toString(), expected.size(), answers, different, examples);
    }

    private static String wrong(JsonNode said, FlagPlan plan, Map<String, String> expected) {
        for (Flag flag : plan.flags()) {
            String arm = expected.getOrDefault(flag.key(), "");
            if (said.has("error")
                    || !said.has(flag.key())
                    || !said.path(flag.key()).asText("").equals(arm)) {
                boolean isNull = said.path(flag.key()).isNull() && arm.isEmpty();
                if (!isNull) {
                    return flag.key() + " should be \"" + arm + "\", is "
                            + said.path(said.has("error") ? "error" : flag.key());
                }
            }
        }
        return "";
    }
}
