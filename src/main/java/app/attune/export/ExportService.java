package app.attune.export;

import app.attune.core.NearNames;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.decide.ProfileDesk;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagReader;
import app.attune.export.flags.RuleTarget;
import app.attune.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Exports bundles once every gate is passed, and remembers them.
public final class ExportService {
    /// Of the choice of golden profiles, unless somebody says otherwise.
    public static final long SEED = 1;

    private final ExportLog log;
    private final Function<Progress, ExportDraft> source;
    private final KeyFolder keys;
    private final Clock clock;

    /// @param source gathers what there is to export now
    /// @param keys   where the key is that signs
    public ExportService(ExportLog log, Function<Progress, ExportDraft> source, KeyFolder keys, Clock clock) {
        this.log = log;
        this.source = source;
        this.keys = keys;
        this.clock = clock;
    }

    public ExportDraft draft(Progress progress) {
        return source.apply(progress);
    }

    /// A name inside `parent` that nothing has yet, made of the rule set's version and the day.
    public Path free(Path parent, ExportDraft draft) {
        String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        String name = "attune-bundle-v" + draft.ruleSet().map(RuleSet::version).orElse(0) + "-" + day;
        Path free = parent.resolve(name);
        for (int n = 2; Files.exists(free); n++) {
            free = parent.resolve(name + "-" + n);
        }
        return free;
    }

    /// Exports made from this workspace, newest first.
    public List<ExportLog.Entry> exports() {
        return log.entries();
    }

    /// Writes and verifies a bundle in our own format only.
    ///
    /// @param folder that does not exist yet
    /// @throws ProblemException everything that stands against it, or as [BundleWriter#write]
    public ExportedBundle export(Path folder, UserLists userLists, Progress progress) {
        return export(folder, new Choice(userLists, List.of()), progress);
    }

    /// What is chosen for a bundle.
    ///
    /// @param targets formats of other engines to write as well
    /// @param gates   what gates go by
    public record Choice(UserLists userLists, List<RuleTarget> targets, GateOptions gates) {
        public Choice {
            targets = List.copyOf(targets);
        }

        /// With gates as usual.
        public Choice(UserLists userLists, List<RuleTarget> targets) {
            this(userLists, targets, GateOptions.usual());
        }
    }

    /// What an export now would change against the last one; empty before the first.
    ///
    /// @param draft whose segments and rules are in order
    /// @throws ProblemException `export.last-gone`
    public Optional<LastExport.Change> sinceLast(ExportDraft draft, Progress progress) {
        return log.entries().stream()
                .findFirst()
                .filter(entry -> draft.ruleSet().isPresent())
                .map(entry -> LastExport.since(entry, draft, progress));
    }

    /// What each target cannot express of the rules, in the order of the targets; nothing for one that can be written.
    ///
    /// @param draft whose segments and rules are in order
    public Map<RuleTarget, List<Problem>> targets(ExportDraft draft) {
        ProfileDesk desk = draft.desk().get();
        FlagPlan plan = FlagReader.read(
                SegmentFiles.segments(desk), RulesFile.of(draft.ruleSet().orElseThrow(), desk));
        Map<RuleTarget, List<Problem>> findings = new LinkedHashMap<>();
        RuleTargets.all().forEach(target -> findings.put(target, target.findings(plan)));
        return findings;
    }

    /// Of the key that signs; empty before the first export.
    public Optional<String> fingerprint() {
        return keys.fingerprint();
    }

    /// Somebody's word, said now, that a closed gate is no obstacle.
    ///
    /// @throws ProblemException `export.unknown-gate`, `export.not-waivable`, `export.waiver-reason`
    public Waiver waive(String gate, String reason, String author) {
        if (!Gate.WAIVABLE.contains(gate)) {
            throw ProblemException.of(
                    "export.not-waivable",
                    "The gate " + gate + " can't be waived; these can: " + String.join(", ", Gate.WAIVABLE) + ".",
                    NearNames.question(gate, Gate.WAIVABLE).orElse("Clear what stands against it, then export."));
        }
        return new Waiver(gate, reason, author, clock.instant());
    }

    /// Writes and verifies a bundle.
    ///
    /// @param folder that does not exist yet
    /// @throws ProblemException everything that stands against it, what a target cannot express, or as
    ///                          [BundleWriter#write]
    public ExportedBundle export(Path folder, Choice choice, Progress progress) {
        ExportDraft draft = source.apply(progress);
        List<Gate> gates = draft.gates(choice.gates());
        ClosedGates.of(gates).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        RuleSet ruleSet = draft.ruleSet().orElseThrow();
        ExportRequest request = new ExportRequest(
                draft.desk().get(),
                draft.title(),
                ruleSet,
                choice.userLists(),
                draft.needs(),
                choice.targets(),
                SEED,
                gates,
                keys.key());
        ExportedBundle bundle = new BundleWriter(clock).write(request, folder, progress);
        log.add(new ExportLog.Entry(
                clock.instant(), bundle.folder().toString(), bundle.hash(), ruleSet.version(), bundle.vectors()));
        return bundle;
    }
}
