package app.attune.archive;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.sql.SumsCheck;
import app.attune.core.sql.TableSums;
import app.attune.core.workspace.Backup;
import app.attune.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares everything a workspace holds with what was saved: rows and indexes of every table, the bytes of every
/// stored column of events, and every backup.
public final class StoreCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCheck.class);

    private final Workspace workspace;
    private final ContentsReader reader;
    private final Function<Progress, List<Problem>> columns;

    /// @param reader  counts what the store holds
    /// @param columns compares the stored columns with their checksums
    public StoreCheck(Workspace workspace, ContentsReader reader, Function<Progress, List<Problem>> columns) {
        this.workspace = workspace;
        this.reader = reader;
        this.columns = columns;
    }

    /// Goes on after the first difference, so that all are told at once.
    public CheckReport run(Progress progress) {
        List<Problem> problems = new ArrayList<>();
        SumsCheck sums = tables(progress);
        problems.addAll(sums.problems());
        problems.addAll(events(progress));
        boolean whole = problems.isEmpty();
        List<Backup> backups = Workspace.backups(workspace.folder());
        Optional<String> newest = Optional.empty();
        for (int i = 0; i < backups.size(); i++) {
            progress.checkpoint();
            progress.report("Checking backups", i, backups.size());
            if (Workspace.isWhole(backups.get(i))) {
                newest =
                        newest.isPresent() ? newest : Optional.of(backups.get(i).name());
            } else {
                problems.add(new Problem(
                        "backup.damaged",
                        "The backup " + backups.get(i).name() + " is not what it was when it was made.",
                        "Make a new backup now, and delete the damaged file from the backups folder."));
            }
        }
        Optional<StoreContents> contents = whole ? Optional.of(reader.read(workspace.database())) : Optional.empty();
        return new CheckReport(sums.tables(), sums.rows(), backups.size(), problems, contents, newest);
    }

    private SumsCheck tables(Progress progress) {
        try {
            return TableSums.check(workspace.database(), progress);
        } catch (ProblemException e) {
            return new SumsCheck(0, 0, List.of(e.problem()));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            return new SumsCheck(0, 0, List.of(unreadable("The store cannot be read to its end.", e)));
        }
    }

    private List<Problem> events(Progress progress) {
        try {
            return columns.apply(progress);
        } catch (ProblemException e) {
            return List.of(e.problem());
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            return List.of(unreadable("The stored events cannot be read to their end.", e));
        }
    }

    // A damaged page can make H2 throw anything.
    private static Problem unreadable(String what, RuntimeException cause) {
        LOG.warn("A check stumbled over damage", cause);
        return new Problem(
                "store.unreadable",
                what,
                "Restore the newest backup from before: attune backup WORKSPACE --list, or Backups in the window.");
    }
}
