package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Imports one file after the other with the same mapping; each enters as a whole or not at all.
public final class ImportBatch {
    private static final long PARTS = 1_000;

    private final ImportService imports;

    public ImportBatch(ImportService imports) {
        this.imports = imports;
    }

    /// What [#run] would do. Files written otherwise than the first are among the findings.
    public ImportCheck check(ImportPlan plan, Progress progress) {
        List<ImportCheck> checks = new ArrayList<>();
        List<Problem> failures = each(
                plan,
                progress,
                step -> checks.add(imports.check(step.file(), plan.format(), plan.mapping(), step.progress())));
        return ImportCheck.together(checks, failures);
    }

    /// Imports what can be imported. Cancelled before the first file is in, it leaves nothing; cancelled later, the
    /// files before stay and the outcome says so.
    public ImportOutcome run(ImportPlan plan, Progress progress) {
        List<ImportReport> reports = new ArrayList<>();
        List<Problem> failures = new ArrayList<>();
        try {
            failures.addAll(each(
                    plan,
                    progress,
                    step -> reports.add(
                            imports.importFile(step.file(), plan.format(), plan.mapping(), step.progress()))));
        } catch (CancellationException e) {
            if (reports.isEmpty()) {
                throw e;
            }
            failures.add(new Problem(
                    "import.cancelled-between",
                    "Cancelled: " + reports.size() + " of " + plan.files().size()
                            + " files are imported, the others left nothing.",
                    "Choose the same files again: rows that are here already add nothing."));
        }
        return new ImportOutcome(reports, failures);
    }

    private List<Problem> each(ImportPlan plan, Progress progress, Consumer<Step> work) {
        List<Problem> failures = new ArrayList<>();
        int count = plan.files().size();
        for (int i = 0; i < count; i++) {
            Path file = plan.files().get(i);
            try {
                if (i > 0) {
                    requireSameColumns(plan, file);
                }
                work.accept(
                        new Step(file, count == 1 ? progress : new Share(progress, ImportPlan.name(file), i, count)));
            } catch (ProblemException e) {
                if (i == 0) {
                    throw e;
                }
                failures.add(e.problem());
            }
        }
        return failures;
    }

    private void requireSameColumns(ImportPlan plan, Path file) {
        Path first = plan.files().getFirst();
        List<String> expected = imports.preview(first, plan.format()).columnNames();
        imports.detect(file);
        List<String> found = imports.preview(file, plan.format()).columnNames();
        Set<String> lacking = new HashSet<>(expected);
        found.forEach(lacking::remove);
        Set<String> added = new HashSet<>(found);
        expected.forEach(added::remove);
        if (!lacking.isEmpty() || !added.isEmpty()) {
            throw ProblemException.of(
                    "import.other-columns",
                    ImportPlan.name(file) + " was left out: its columns differ from those of " + ImportPlan.name(first)
                            + words(lacking, ", it lacks ") + words(added, ", it adds ") + ".",
                    "Import it on its own, with its own mapping.");
        }
    }

    private static String words(Set<String> columns, String before) {
        return columns.isEmpty()
                ? ""
                : before + "'" + columns.stream().sorted().findFirst().orElse("") + "'"
                        + (columns.size() > 1 ? " and " + (columns.size() - 1) + " more" : "");
    }

    private record Step(Path file, Progress progress) {}

    /// One file's share of the way.
    private record Share(Progress whole, String name, int done, int count) implements Progress {
        @Override
        public void report(String stage, long reached, long total) {
            String words = String.format(Locale.ROOT, "%s (%d of %d): %s", name, done + 1, count, stage);
            long parts = total <= 0 ? 0 : reached * PARTS / total;
            whole.report(words, done * PARTS + parts, count * PARTS);
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }
}
