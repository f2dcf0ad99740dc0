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
            give(files, profiles);
            run(target, List.of(files));
            Outcome outcome = outcome(files, plan, expected);
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
        for (String target : RUNNERS.keySet()) {
            List<EngineBugs> bugs = EngineBugs.all().stream()
                    .filter(bug -> bug.target().equals(target) && (target + ": " + bug.name()).contains(part))
                    .toList();
            bugs(bugs, RuleTargets.named(target), bundle.plan(), new Cases(profiles, expected));
        }
    }

    private record Cases(List<ServerProfile> profiles, List<Map<String, String>> expected) {}

    private void bugs(List<EngineBugs> bugs, RuleTarget target, FlagPlan whole, Cases cases) throws Exception {
        FlagPlan plan = TargetComparison.expressible(target, whole);
        String right = target.files(plan).getOrDefault(FlagsOfTargets.file(target.name()), "");
        List<Path> folders = new ArrayList<>();
        for (EngineBugs bug : bugs) {
            Path files = folder.resolve("bug-" + target.name() + "-" + folders.size());
            write(files, plan, target, bug.change().apply(right));
            give(files, cases.profiles());
            folders.add(files);
        }
        run(target.name(), folders);
        int caught = 0;
        for (int at = 0; at < bugs.size(); at++) {
            EngineBugs bug = bugs.get(at);
            Outcome outcome = outcome(folders.get(at), plan, cases.expected());
            boolean isCaught = !bug.change().apply(right).equals(right) && outcome.different() > 0;
            caught += isCaught ? 1 : 0;
            System.out.println((isCaught ? "caught " : "MISSED ") + bug.target() + ": " + bug.name() + ", " + outcome);
        }
        System.out.println(target.name() + ": caught " + caught + " of " + bugs.size());
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

    private static void give(Path files, List<ServerProfile> profiles) throws IOException {
        TargetContext context =
                TargetContext.read(Json.read(Files.readString(files.resolve(TargetContext.NAME)), TargetContext.NAME));
        Files.write(
                files.resolve("given.jsonl"),
                profiles.stream()
                        .map(profile -> Json.write(context.of(profile)))
                        .toList());
    }

    private void run(String target, List<Path> folders) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                engines + "/*",
                "app.attune.engines.Batch",
                "app.attune.engines." + RUNNERS.get(target)));
        folders.forEach(files -> command.add(files.toString()));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("errors.txt").toFile())
                .start()
                .waitFor();
    }

    private static Outcome outcome(Path files, FlagPlan plan, List<Map<String, String>> expected) throws IOException {
        List<String> lines = Files.readAllLines(files.resolve("said.jsonl"));
        return lines.isEmpty()
                ? new Outcome("", expected.size(), 0, expected.size(), List.of("did not start"))
                : compared(lines, plan, expected);
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
