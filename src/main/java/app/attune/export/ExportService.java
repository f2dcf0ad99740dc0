package app.attune.export;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.export.flags.RuleTarget;
import app.attune.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/// Exports bundles once every gate is passed, and remembers them.
public final class ExportService {
    /// Of the choice of golden profiles, unless somebody says otherwise.
    public static final long SEED = 1;

    private final ExportLog log;
    private final Function<Progress, ExportDraft> source;
    private final Clock clock;

    /// @param source gathers what there is to export now
    public ExportService(ExportLog log, Function<Progress, ExportDraft> source, Clock clock) {
        this.log = log;
        this.source = source;
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
    /// @throws ProblemException the first finding of the first gate that fails, or as [BundleWriter#write]
    public ExportedBundle export(Path folder, UserLists userLists, Progress progress) {
        return export(folder, new Choice(userLists, List.of()), progress);
    }

    /// What is chosen for a bundle.
    ///
    /// @param targets formats of other engines to write as well
    public record Choice(UserLists userLists, List<RuleTarget> targets) {
        public Choice {
            targets = List.copyOf(targets);
        }
    }

    /// Writes and verifies a bundle.
    ///
    /// @param folder that does not exist yet
    /// @throws ProblemException the first finding of the first gate that fails, what a target cannot express, or as
    ///                          [BundleWriter#write]
    public ExportedBundle export(Path folder, Choice choice, Progress progress) {
        ExportDraft draft = source.apply(progress);
        for (Gate gate : draft.gates()) {
            if (gate.state() == Gate.State.FAILED) {
                throw new ProblemException(gate.findings().getFirst());
            }
        }
        RuleSet ruleSet = draft.ruleSet()
                .orElseThrow(() -> new ProblemException(new Problem(
                        "export.no-rules",
                        "There are no rules yet.",
                        "Save at least one rule (attune rule WORKSPACE example prints some), then export.")));
        ExportRequest request = new ExportRequest(
                draft.desk().get(), draft.title(), ruleSet, choice.userLists(), draft.needs(), choice.targets(), SEED);
        ExportedBundle bundle = new BundleWriter(clock).write(request, folder, progress);
        log.add(new ExportLog.Entry(
                clock.instant(), bundle.folder().toString(), bundle.hash(), ruleSet.version(), bundle.vectors()));
        return bundle;
    }
}
