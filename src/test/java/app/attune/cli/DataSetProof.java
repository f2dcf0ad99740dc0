package app.attune.cli;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.decide.DecisionDesk;
import app.attune.decide.DecisionSetup;
import app.attune.decide.ProfileDesk;
import app.attune.decider.ServerProfile;
import app.attune.export.AcceptedRules;
import app.attune.export.BundleWriter;
import app.attune.export.ExportRequest;
import app.attune.export.ExportedBundle;
import app.attune.export.ProofRules;
import app.attune.export.ProofSegments;
import app.attune.export.RuleTargets;
import app.attune.export.ServedProfiles;
import app.attune.export.ServerNeeds;
import app.attune.export.SigningKey;
import app.attune.export.UserLists;
import app.attune.export.flags.RuleTarget;
import app.attune.prove.Certificate;
import app.attune.prove.CertificateFile;
import app.attune.prove.EngineRun;
import app.attune.prove.ProofRequest;
import app.attune.prove.Prover;
import app.attune.rules.HitPolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import app.attune.segments.CarriedRows;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/// Proves [ProofRules] under every hit policy on public data and the sample, in every engine that is installed.
///
/// A program and no test, as engines are no part of the application. Its arguments are the folder of engines, a folder
/// to write to, how many profiles to draw, and names of data sets, all if there are none; `-Dattune.policies` names
/// hit policies, `-Dattune.engines` engines, and `-Dattune.people` how many of the population are asked about, all if
/// not said.
public final class DataSetProof {
    private static final int ITEMS = 12;

    private final Path engines;
    private final Path folder;
    private final int drawn;
    private final List<String> table = new ArrayList<>();
    private int failures;

    private DataSetProof(Path engines, Path folder, int drawn) {
        this.engines = engines;
        this.folder = folder;
        this.drawn = drawn;
    }

    public static void main(String[] arguments) throws IOException {
        DataSetProof proof =
                new DataSetProof(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        List<String> names = List.of(arguments).subList(3, arguments.length);
        for (String name : names.isEmpty() ? ProofData.NAMES : names) {
            proof.prove(name);
        }
        proof.table.forEach(System.out::println);
        System.exit(proof.failures > 0 ? 1 : 0);
    }

    private void prove(String name) throws IOException {
        Path work = folder.resolve(name);
        try (Services services = ProofData.open(name, work.resolve("workspace"))) {
            ProofSegments.EventTypes types = ProofData.types(name);
            ProofSegments.refused(types)
                    .forEach(segment -> CarriedRows.problems(segment.condition())
                            .forEach(problem -> say(name + " refuses " + segment.id() + ": " + problem.message())));
            List<SegmentDraft> segments = ProofSegments.carried(types).stream()
                    .sorted(Comparator.comparing(draft -> draft.id().value()))
                    .toList();
            List<String> items = items(services);
            for (HitPolicy policy : policies()) {
                services.rules()
                        .save(ProofRules.of(segments, items, ProofData.models(name), policy), "proof", policy.name());
                ProfileDesk desk =
                        services.exports().draft(Progress.none()).desk().get();
                Path bundles = work.resolve("bundles").resolve(policy.name());
                delete(bundles);
                prove(name + " " + policy, desk, bundles);
            }
        }
    }

    private static List<HitPolicy> policies() {
        String words = System.getProperty("attune.policies", "");
        return Stream.of(HitPolicy.values())
                .filter(policy -> words.isEmpty() || List.of(words.split(",")).contains(policy.name()))
                .toList();
    }

    private static List<String> items(Services services) {
        var items = services.populations().current(Progress.none()).events().items();
        return IntStream.range(0, ITEMS).mapToObj(items::text).toList();
    }

    private void prove(String what, ProfileDesk desk, Path bundles) throws IOException {
        Files.createDirectories(bundles);
        ExportedBundle whole = write(desk, List.of(), bundles.resolve("whole"));
        row(what, "the bundle's own decider", "", whole.rules() + " of " + ProofRules.RULES, whole.vectors(), 0);
        List<ServerProfile> people = people(desk);
        Map<AcceptedRules, List<RuleTarget>> together = new LinkedHashMap<>();
        Map<String, List<String>> refused = new LinkedHashMap<>();
        for (RuleTarget target : RuleTargets.all()) {
            AcceptedRules accepted = AcceptedRules.of(target, desk);
            refused.put(target.name(), accepted.refused());
            together.computeIfAbsent(
                            new AcceptedRules(accepted.segments(), accepted.program(), List.of()),
                            ignored -> new ArrayList<>())
                    .add(target);
        }
        refused.forEach((target, words) -> words.forEach(word -> say(what + ", " + target + " refuses " + word)));
        for (Map.Entry<AcceptedRules, List<RuleTarget>> entry : together.entrySet()) {
            List<RuleTarget> targets = entry.getValue();
            Path bundle = bundles.resolve(targets.getFirst().name());
            write(desk(desk, entry.getKey()), targets, bundle);
            prove(what, entry.getKey().program().rules().size(), bundle, people);
        }
    }

    /// Picked evenly.
    private static List<ServerProfile> people(ProfileDesk desk) {
        int users = desk.basis().users();
        int most = Math.min(users, Integer.getInteger("attune.people", users));
        return IntStream.range(0, most)
                .mapToObj(i -> ServedProfiles.of(desk, (int) ((long) i * users / most)))
                .toList();
    }

    private void prove(String what, int rules, Path bundle, List<ServerProfile> people) throws IOException {
        List<String> names = asked(bundle);
        if (names.isEmpty()) {
            return;
        }
        Certificate certificate = new Prover(Terminal.CLOCK)
                .prove(new ProofRequest(bundle, engines, names, drawn, 1, people), Progress.none());
        Files.write(bundle.resolveSibling(bundle.getFileName() + ".txt"), CertificateFile.lines(certificate));
        Files.writeString(
                bundle.resolveSibling(bundle.getFileName() + ".json"),
                Json.writePretty(CertificateFile.json(certificate)));
        for (EngineRun run : certificate.runs()) {
            row(what, run.engine(), run.version(), rules + " of " + ProofRules.RULES, run.cases(), run.differing());
            run.problem().ifPresent(problem -> say(run.engine() + ": " + problem.message()));
            run.differences().forEach(difference -> say(run.engine() + " " + difference));
            failures += run.agrees() ? 0 : 1;
        }
    }

    /// Those of the bundle's targets, of which `-Dattune.engines` may name some.
    private List<String> asked(Path bundle) {
        String words = System.getProperty("attune.engines", "");
        return app.attune.prove.Engines.in(engines).stream()
                .filter(engine -> Files.exists(bundle.resolve("targets").resolve(engine.target())))
                .map(app.attune.prove.Engine::name)
                .filter(engine -> words.isEmpty() || List.of(words.split(",")).contains(engine))
                .toList();
    }

    private static ProfileDesk desk(ProfileDesk base, AcceptedRules accepted) {
        DecisionSetup old = base.setup();
        DecisionSetup setup = new DecisionSetup(
                old.population(),
                accepted.segments(),
                accepted.program(),
                old.models(),
                old.histories(),
                old.asOf(),
                old.length());
        Map<SegmentId, RoaringBitmap> members = new HashMap<>();
        for (SegmentDefinition segment : accepted.segments()) {
            members.put(segment.id(), RoaringBitmap.bitmapOf(base.members(segment.id())));
        }
        return new ProfileDesk(new DecisionDesk(setup, members));
    }

    private static ExportedBundle write(ProfileDesk desk, List<RuleTarget> targets, Path folder) {
        RuleProgram program = desk.setup().program();
        RuleSet ruleSet = new RuleSet(1, program, "proof", "", desk.setup().asOf());
        ServerNeeds needs = new ServerNeeds(program.rules(), desk.segments(), List.of());
        ExportRequest request = new ExportRequest(
                desk, "Proof", ruleSet, UserLists.LEFT_OUT, needs, targets, 7, List.of(), SigningKey.fresh());
        return new BundleWriter(Terminal.CLOCK).write(request, folder, Progress.none());
    }

    private void row(String what, String engine, String version, String rules, int cases, int differing) {
        table.add("| %s | %s %s | %s | %,d | %,d |".formatted(what, engine, version, rules, cases, differing));
        say(table.getLast());
    }

    private static void say(String words) {
        System.out.println(words.replace('\n', ' '));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
