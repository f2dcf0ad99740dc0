package app.attune.segments.versions;

import app.attune.core.Counted;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.segments.Condition;
import app.attune.segments.ConditionFinding;
import app.attune.segments.Conditions;
import app.attune.segments.Marks;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentReferences;
import app.attune.segments.SegmentService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes all segments of a workspace into a folder, one file each, and reads them back. Thread-safe.
public final class SegmentFolder {
    private static final int LONGEST_NAME = 200;

    private final SegmentService segments;

    public SegmentFolder(SegmentService segments) {
        this.segments = segments;
    }

    /// What was written.
    ///
    /// @param changed files that are new or say something else than before
    /// @param others  files in the folder that are of no segment here; they are left alone
    public record Written(int segments, int changed, List<String> others) {
        /// In words.
        public String sentence() {
            return Counted.of(segments, "segment") + " in the folder, " + Counted.of(changed, "file") + " written"
                    + (others.isEmpty() ? "." : "; left alone, as no segment here: " + String.join(", ", others) + ".");
        }
    }

    /// What was read.
    ///
    /// @param saved     new versions
    /// @param unchanged files that say what is saved here already
    /// @param missing   segments here of which there is no file; they stay as they are
    public record Taken(List<SegmentDefinition> saved, int unchanged, List<String> missing) {
        /// In words.
        public String sentence() {
            return Counted.of(saved.size(), "new version") + ", " + Counted.of(unchanged, "file") + " as saved here"
                    + (missing.isEmpty()
                            ? "."
                            : "; without a file, and unchanged: " + String.join(", ", missing) + ".");
        }
    }

    /// Files that say the same already are not touched. Where one holds edits that no version here says, nothing is
    /// written.
    ///
    /// @throws ProblemException `data.not-written` or `segments.files-edited`
    public Written write(Path folder, Progress progress) {
        return write(folder, FolderWriter.Edited.REFUSED, progress);
    }

    /// As [#write], over edits too.
    ///
    /// @throws ProblemException `data.not-written`
    public Written replace(Path folder, Progress progress) {
        return write(folder, FolderWriter.Edited.REPLACED, progress);
    }

    /// Names of files in the folder with edits that no version here says, which [#replace] would lose.
    ///
    /// @throws ProblemException `data.not-written`
    public List<String> edited(Path folder, Progress progress) {
        try {
            return new FolderWriter(segments, folder, progress).edits();
        } catch (IOException e) {
            throw notWritten(folder, e);
        }
    }

    private Written write(Path folder, FolderWriter.Edited edited, Progress progress) {
        try {
            return new FolderWriter(segments, folder, progress).write(edited);
        } catch (IOException e) {
            throw notWritten(folder, e);
        }
    }

    private static ProblemException notWritten(Path folder, IOException why) {
        return ProblemException.of(
                "data.not-written",
                "Can't write into " + folder + ": " + why.getMessage() + ".",
                "Choose a folder you may write to, with space on its disk.");
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(SegmentFile.ENDING))
                    .sorted()
                    .toList();
        }
    }

    /// Everything the folder says, and everything that is wrong with it.
    public record Plan(List<SegmentDraft> changes, int unchanged, List<String> missing, List<Problem> problems) {
        public Plan {
            changes = List.copyOf(changes);
            missing = List.copyOf(missing);
            problems = List.copyOf(problems);
        }
    }

    /// Reads the files and says what they would change; nothing is saved.
    ///
    /// @throws ProblemException `segments.no-files`
    public Plan plan(Path folder, Progress progress) {
        List<Problem> problems = new ArrayList<>();
        Map<SegmentId, Read> read = read(folder, problems, progress);
        SegmentReferences after = SegmentReferences.of(segments.list())
                .with(read.values().stream().map(one -> one.file().draft()).toList());
        List<SegmentDraft> changes = new ArrayList<>();
        int unchanged = 0;
        for (Read one : read.values()) {
            try {
                if (isChange(one)) {
                    check(one, after);
                    checkRows(one, after, progress);
                    changes.add(one.file().draft());
                } else {
                    unchanged++;
                }
            } catch (ProblemException e) {
                problems.add(e.problem());
            }
        }
        List<String> missing = segments.list().stream()
                .map(SegmentDefinition::id)
                .filter(id -> !read.containsKey(id))
                .map(SegmentId::value)
                .toList();
        return new Plan(changes, unchanged, missing, problems);
    }

    private record Read(String name, String text, SegmentFile file) {}

    private static Map<SegmentId, Read> read(Path folder, List<Problem> problems, Progress progress) {
        Map<SegmentId, Read> read = new LinkedHashMap<>();
        try {
            List<Path> files = files(folder);
            if (files.isEmpty()) {
                throw noFiles(folder);
            }
            for (Path file : files) {
                progress.checkpoint();
                String name = file.getFileName().toString();
                try {
                    String text = SegmentFile.text(file);
                    SegmentFile one = SegmentFile.read(name, text);
                    read.put(one.draft().id(), new Read(name, text, one));
                } catch (ProblemException e) {
                    problems.add(e.problem());
                }
            }
        } catch (IOException e) {
            throw noFiles(folder);
        }
        return read;
    }

    private static ProblemException noFiles(Path folder) {
        return ProblemException.of(
                "segments.no-files",
                "There are no files *" + SegmentFile.ENDING + " in " + folder + ".",
                "Choose the folder that segments were exported into.");
    }

    /// Whether it says something else than the newest version does.
    ///
    /// @throws ProblemException `segments.file-conflict` where the segment was changed here since the file was written
    private boolean isChange(Read read) {
        SegmentDraft draft = read.file().draft();
        Optional<SegmentDraft> newest = segments.find(draft.id()).map(SegmentDraft::of);
        if (newest.isEmpty()) {
            return true;
        }
        if (newest.get().equals(draft)) {
            return false;
        }
        String base = read.file().base();
        Optional<SegmentDefinition> older = segments.versions(draft.id()).stream()
                .filter(one -> SegmentFile.fingerprint(SegmentDraft.of(one)).equals(base))
                .findFirst();
        int now = segments.versions(draft.id()).getFirst().version();
        if (older.isPresent() && older.get().version() < now) {
            throw ProblemException.of(
                    "segments.file-conflict",
                    read.name() + ", line " + SegmentFile.lineOfKey("base", read.text())
                            + ": the file was written from version "
                            + older.get().version() + ", and version " + now + " has been saved here since.",
                    "Export into another folder, make the edits in the file there, and import that folder.");
        }
        return true;
    }

    private void checkTarget(Read read) {
        segments.unreachable(read.file().draft()).ifPresent(problem -> {
            int line = SegmentFile.lineOfKey("target", read.text());
            throw bad(read, line, problem.message(), problem.remedy());
        });
    }

    private void check(Read read, SegmentReferences after) {
        SegmentDraft draft = read.file().draft();
        if (draft.name().length() > LONGEST_NAME) {
            throw bad(read, 1, "the name has more than " + LONGEST_NAME + " letters", "Shorten it.");
        }
        checkTarget(read);
        for (SegmentId id : references(draft.condition())) {
            if (!after.knows(id)) {
                throw bad(
                        read,
                        SegmentFile.lineOf(id, read.text()),
                        "it refers to the segment \"" + id + "\", which is neither here nor in the folder",
                        "Add its file, or take the reference out.");
            }
        }
        try {
            after.check(draft);
        } catch (ProblemException e) {
            int line = after.findings(draft).stream()
                    .flatMap(finding -> Conditions.at(draft.condition(), finding.path()).stream())
                    .flatMap(row -> references(row).stream())
                    .findFirst()
                    .map(id -> SegmentFile.lineOf(id, read.text()))
                    .orElse(1);
            throw bad(read, line, e.problem().message(), e.problem().remedy());
        }
    }

    /// What is wrong inside a segment that is referred to is said of that one's file.
    private void checkRows(Read read, SegmentReferences after, Progress progress) {
        Condition condition = read.file().draft().condition();
        segments.findings(after.resolvable(condition), progress).stream()
                .filter(ConditionFinding::isError)
                .filter(finding -> !isReferredTo(condition, finding.path()))
                .findFirst()
                .ifPresent(finding -> {
                    throw bad(
                            read,
                            1,
                            finding.problem().message(),
                            finding.problem().remedy());
                });
    }

    private static boolean isReferredTo(Condition condition, List<Integer> path) {
        return IntStream.rangeClosed(0, path.size())
                .mapToObj(length -> Conditions.at(condition, path.subList(0, length)))
                .flatMap(Optional::stream)
                .anyMatch(part -> Marks.bare(part) instanceof SegmentCondition);
    }

    private static ProblemException bad(Read read, int line, String why, String remedy) {
        String plain = why.endsWith(".") ? why : why + ".";
        return ProblemException.of("segments.file-refused", read.name() + ", line " + line + ": " + plain, remedy);
    }

    /// Those that are asked; muted ones need not be there.
    private static List<SegmentId> references(Condition condition) {
        return Rows.of(Marks.takenOut(condition)).stream()
                .filter(SegmentCondition.class::isInstance)
                .map(row -> ((SegmentCondition) row).segment())
                .toList();
    }

    /// Saves what the files change. Where any file has a problem nothing is saved.
    ///
    /// @throws ProblemException `segments.files-refused`, or as [SegmentService#save]
    public Taken take(Plan plan, String author) {
        if (!plan.problems().isEmpty()) {
            throw ProblemException.of(
                    "segments.files-refused",
                    "Nothing was imported: " + Counted.of(plan.problems().size(), "file") + " could not be taken.",
                    "Mend what is said of them, then import again.");
        }
        List<SegmentDefinition> saved = segments.saveAll(plan.changes(), author, "Imported from a file");
        return new Taken(saved, plan.unchanged(), plan.missing());
    }
}
