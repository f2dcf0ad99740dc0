package app.attune.rules.versions;

import app.attune.core.Counted;
import app.attune.core.Listed;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.rules.DecisionTest;
import app.attune.rules.DecisionTestJson;
import app.attune.rules.Rule;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleService;
import app.attune.rules.RuleSet;
import app.attune.rules.RuleTestStore;
import app.attune.rules.StatusChange;
import app.attune.segments.SegmentId;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Writes the rules of the branch that is worked on into a folder, one file each, and reads them back.
public final class RuleFolder {
    private static final long MOST_BYTES = 10_000_000;

    private final RuleService rules;
    private final RuleTestStore tests;

    public RuleFolder(RuleService rules, RuleTestStore tests) {
        this.rules = rules;
        this.tests = tests;
    }

    /// What was written.
    ///
    /// @param written files that are new or say something else than before
    /// @param removed files of rules that are no more
    public record Written(int rules, int written, int removed) {
        public String sentence() {
            return Counted.of(rules, "rule") + " in the folder, " + Counted.of(written, "file") + " written, " + removed
                    + " removed.";
        }
    }

    /// What was read.
    public record Taken(RuleSet saved, boolean changed, int tests) {
        public String sentence() {
            return (changed ? "Saved " : "Nothing changed: as ") + "version " + saved.version() + " with "
                    + Counted.of(saved.rules().size(), "rule") + "; " + Counted.of(tests, "test") + ".";
        }
    }

    /// Where a file holds edits that no version says, nothing is written.
    ///
    /// @throws ProblemException `rules.files-edited` or `data.not-written`
    public Written write(Path folder, Progress progress) {
        List<String> edited = edited(folder, progress);
        if (!edited.isEmpty()) {
            throw ProblemException.of(
                    "rules.files-edited",
                    "Nothing was exported: in " + folder + ", " + Counted.of(edited.size(), "file")
                            + (edited.size() == 1 ? " has" : " have") + " edits that are not saved here: "
                            + Listed.first(edited) + ".",
                    "Import them first, or move them away; or commit them to Git and overwrite them with"
                            + " attune rule WORKSPACE export FOLDER --replace.");
        }
        return replace(folder, progress);
    }

    /// As [#write], over edits too.
    ///
    /// @throws ProblemException `data.not-written`
    public Written replace(Path folder, Progress progress) {
        RuleProgram program = rules.program();
        Map<String, String> wanted = wanted(program);
        Set<String> ever = new HashSet<>(Set.of(RuleFiles.TESTS));
        rules.versions().forEach(set -> set.rules().forEach(rule -> ever.add(RuleFiles.name(rule.id()))));
        try {
            Files.createDirectories(folder);
            int written = 0;
            int removed = 0;
            for (Map.Entry<String, String> file : wanted.entrySet()) {
                progress.checkpoint();
                if (!says(folder.resolve(file.getKey()), file.getValue())) {
                    Files.writeString(folder.resolve(file.getKey()), file.getValue());
                    written++;
                }
            }
            for (String file : names(folder)) {
                if (ever.contains(file) && !wanted.containsKey(file)) {
                    Files.delete(folder.resolve(file));
                    removed++;
                }
            }
            return new Written(program.rules().size(), written, removed);
        } catch (IOException e) {
            throw notWritten(folder, e);
        }
    }

    private Map<String, String> wanted(RuleProgram program) {
        Map<String, String> wanted = new LinkedHashMap<>(RuleFiles.of(program));
        List<DecisionTest> kept = tests.tests();
        if (!kept.isEmpty()) {
            wanted.put(RuleFiles.TESTS, RuleFiles.pretty(DecisionTestJson.write(kept)));
        }
        return wanted;
    }

    /// Names of files with edits that no version here says, which [#replace] would lose.
    ///
    /// @throws ProblemException `data.not-written`
    public List<String> edited(Path folder, Progress progress) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Set<String> said = new HashSet<>();
        for (RuleSet set : rules.versions()) {
            progress.checkpoint();
            RuleFiles.of(set.program()).forEach((file, text) -> said.add(file + "\n" + text));
        }
        wanted(rules.program()).forEach((file, text) -> said.add(file + "\n" + text));
        try {
            List<String> edited = new ArrayList<>();
            for (String file : names(folder)) {
                if (!said.contains(file + "\n" + text(folder.resolve(file)))) {
                    edited.add(file);
                }
            }
            return edited;
        } catch (IOException e) {
            throw notWritten(folder, e);
        }
    }

    private static boolean says(Path file, String text) throws IOException {
        return Files.isRegularFile(file) && text(file).equals(text);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(RuleFiles.ENDING)
                            || name.equals(RuleFiles.PROGRAM)
                            || name.equals(RuleFiles.TESTS))
                    .sorted()
                    .toList();
        }
    }

    private static ProblemException notWritten(Path folder, IOException why) {
        return ProblemException.of(
                "data.not-written",
                "Can't write into " + folder + ": " + why.getMessage() + ".",
                "Choose a folder you may write to, with space on its disk.");
    }

    /// What a folder says, and everything that is wrong with it.
    ///
    /// @param program empty where there are problems
    /// @param tests   empty where the folder has no file of them
    public record Plan(Optional<RuleProgram> program, Optional<List<DecisionTest>> tests, List<Problem> problems) {}

    /// Reads the files; nothing is saved.
    ///
    /// @param knows whether there is such a segment
    /// @throws ProblemException `rules.no-files`
    public Plan plan(Path folder, Predicate<SegmentId> knows, Progress progress) {
        Map<String, String> texts = texts(folder, progress);
        RuleFileReader reader = new RuleFileReader(texts);
        Optional<RuleProgram> program = reader.program();
        Optional<List<DecisionTest>> read = reader.tests();
        List<Problem> problems = new ArrayList<>(reader.problems());
        program.ifPresent(found -> {
            found.rules().forEach(rule -> check(rule, texts, knows, problems));
            stale(found, reader.base()).ifPresent(problems::add);
        });
        return new Plan(program, read, List.copyOf(problems));
    }

    private Map<String, String> texts(Path folder, Progress progress) {
        Map<String, String> texts = new TreeMap<>();
        try {
            for (String name : names(folder)) {
                progress.checkpoint();
                if (Files.size(folder.resolve(name)) > MOST_BYTES) {
                    throw ProblemException.of(
                            "rules.file-unreadable",
                            name + ", line 1, column 1: this is larger than 10 MB.",
                            "Restore it, or move it away and export again.");
                }
                texts.put(name, text(folder.resolve(name)));
            }
        } catch (IOException e) {
            throw noFiles(folder);
        }
        if (texts.isEmpty()) {
            throw noFiles(folder);
        }
        return texts;
    }

    private static ProblemException noFiles(Path folder) {
        return ProblemException.of(
                "rules.no-files",
                "There are no files *" + RuleFiles.ENDING + " in " + folder + ".",
                "Choose the folder that rules were exported into.");
    }

    private void check(Rule rule, Map<String, String> texts, Predicate<SegmentId> knows, List<Problem> problems) {
        String file = RuleFiles.name(rule.id());
        String text = texts.getOrDefault(file, "");
        if (!knows.test(rule.segment())) {
            Problem unknown = new Problem(
                    "rules.unknown-segment",
                    "there is no segment \"" + rule.segment() + "\" here.",
                    "Import the segments first, or name another one.");
            problems.add(RuleFileReader.ofField(file, text, "segment", unknown));
        }
        rules.rules().stream()
                .filter(was -> was.id().equals(rule.id()))
                .flatMap(was -> StatusChange.refusal(was, rule.status()).stream())
                .forEach(refused -> problems.add(RuleFileReader.ofField(file, text, "status", refused)));
    }

    /// Where the files were written from an older version than the newest of this branch, and say something new.
    private Optional<Problem> stale(RuleProgram found, String base) {
        if (base.isEmpty() || found.equals(rules.program()) || base.equals(RuleFiles.fingerprint(rules.program()))) {
            return Optional.empty();
        }
        return rules.versions().stream()
                .filter(set -> RuleFiles.fingerprint(set.program()).equals(base))
                .findFirst()
                .map(older -> new Problem(
                        "rules.file-conflict",
                        RuleFiles.PROGRAM + ": the files were written from version " + older.version()
                                + ", and this branch has other rules since.",
                        "Make a branch of version " + older.version()
                                + ", switch to it, import there, and merge it back."));
    }

    /// Saves what the files say, rules and tests. Where anything is wrong nothing is saved.
    ///
    /// @throws ProblemException `rules.files-refused`
    public Taken take(Plan plan, String author) {
        if (plan.program().isEmpty() || !plan.problems().isEmpty()) {
            throw ProblemException.of(
                    "rules.files-refused",
                    "Nothing was imported: " + Counted.of(plan.problems().size(), "problem") + " in the files.",
                    "Mend what is said of them, then import again.");
        }
        int before = rules.newest().map(RuleSet::version).orElse(0);
        RuleSet saved = rules.save(plan.program().get(), author, "Imported from files");
        plan.tests().ifPresent(tests::replace);
        return new Taken(saved, saved.version() != before, tests.tests().size());
    }
}
