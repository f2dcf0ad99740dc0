package app.attune.core.sql;

import app.attune.core.ProblemException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FileUtils;

/// Decides whether a store's file may be opened: only if opening it runs nothing but our own statements.
///
/// H2 runs what a file contains when it connects: a trigger with source code is compiled and started before the
/// first query. So the file is first read without connecting, and every statement in it must be one that our own
/// migrations, all of them or only the first few, leave in a file made here.
public final class SchemaGate {
    private static final int NAME_LENGTH = 120;

    private final Set<String> ours;

    private SchemaGate(Set<String> ours) {
        this.ours = ours;
    }

    /// The gate for this version's own migrations. Makes empty stores in memory to learn what they leave.
    public static SchemaGate bundled() {
        return of(Migrations.bundled());
    }

    static SchemaGate of(Migrations migrations) {
        Set<String> ours = new LinkedHashSet<>();
        List<Migration> steps = migrations.steps();
        String folder = "memFS:gate" + UUID.randomUUID();
        String store = folder + "/store";
        try {
            for (int count = 0; count <= steps.size(); count++) {
                Migrations first = new Migrations(steps.subList(0, count));
                try (Database database = Database.at("jdbc:h2:" + store + StorePath.SETTINGS, "memory")) {
                    first.apply(database);
                }
                StoredSchema.read(store + StorePath.SUFFIX).forEach(sql -> ours.add(withoutCounters(sql)));
            }
        } finally {
            FileUtils.deleteRecursive(folder, true);
        }
        return new SchemaGate(ours);
    }

    /// Lets the file pass or throws. Runs and changes nothing of it.
    ///
    /// @throws ProblemException `workspace.foreign-schema` naming the first foreign object, `store.locked`,
    ///     `store.damaged`
    public void check(Path file) {
        StorePath path = new StorePath(file);
        String place = path.file().toString();
        Optional<String> foreign = firstForeign(place);
        if (foreign.isPresent()) {
            throw ProblemException.of(
                    "workspace.foreign-schema",
                    "The store holds something Attune never puts there: " + foreign.get() + ". It was not opened, and "
                            + "nothing in it ran (" + place + ").",
                    "Ask whoever sent it for an export of definitions and events, and import those.");
        }
    }

    // A damaged page can make the reader ask for any amount of memory or recurse without end.
    @SuppressWarnings("CatchingUnchecked")
    private Optional<String> firstForeign(String place) {
        try {
            return StoredSchema.read(place).stream()
                    .filter(sql -> !ours.contains(withoutCounters(sql)))
                    .map(SchemaGate::nameOf)
                    .findFirst();
        } catch (ForeignContent e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new ProblemException(SqlProblems.locked(place), e);
            }
            throw new ProblemException(SqlProblems.damaged(place, e), e);
        } catch (RuntimeException | AssertionError | OutOfMemoryError | StackOverflowError e) {
            throw new ProblemException(SqlProblems.damaged(place, e), e);
        }
    }

    /// The statement without what H2 itself counts or draws: password hash, names of sequences and keys, next
    /// value, statistics.
    private static String withoutCounters(String sql) {
        String text = sql;
        for (Counter counter : Counter.values()) {
            text = counter.pattern.matcher(text).replaceAll(counter.replacement);
        }
        return text;
    }

    /// What the statement makes and its name, without the body.
    private static String nameOf(String sql) {
        String line = sql.lines().findFirst().orElse("").strip();
        int body = line.indexOf('(');
        int as = line.indexOf(" AS ");
        int end = Math.min(body < 0 ? line.length() : body, as < 0 ? line.length() : as);
        String head = line.substring(0, Math.min(end, NAME_LENGTH)).strip();
        return head.isEmpty() ? "an empty statement" : head;
    }

    private enum Counter {
        PASSWORD("SALT '[0-9a-f]*' HASH '[0-9a-f]*'", "SALT '' HASH ''"),
        SEQUENCE("SYSTEM_SEQUENCE_[0-9A-F]{8}(_[0-9A-F]{4}){3}_[0-9A-F]{12}", "SYSTEM_SEQUENCE_"),
        KEY_NAME("\\b(PRIMARY_KEY|CONSTRAINT_INDEX|CONSTRAINT)(_[0-9A-F]+)+\\b", "$1_"),
        NEXT_VALUE(" RESTART WITH -?[0-9]+", ""),
        STATISTICS(" SELECTIVITY [0-9]+", "");

        private final Pattern pattern;
        private final String replacement;

        Counter(String pattern, String replacement) {
            this.pattern = Pattern.compile(pattern);
            this.replacement = replacement;
        }
    }
}
