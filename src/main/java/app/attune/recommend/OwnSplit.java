package app.attune.recommend;

import app.attune.core.Problem;
import app.attune.recommend.SplitFile.Part;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Parts interactions as a file says, and tells which of its lines nothing in the data answers to.
///
/// All interactions of a pair go where the pair goes. Pairs the file does not name train if it names no parts, and are
/// set aside if it does.
final class OwnSplit {
    private final InteractionLog log;
    private final SplitFile file;
    private final Map<Long, Pair> pairs = new LinkedHashMap<>();
    private final List<Problem> problems;
    private long unanswered;

    /// What to do with a pair.
    private static final class Pair {
        private final SplitFile.Row row;
        private boolean seen;

        Pair(SplitFile.Row row) {
            this.row = row;
        }
    }

    private OwnSplit(InteractionLog log, SplitFile file) {
        this.log = log;
        this.file = file;
        this.problems = new ArrayList<>(file.problems());
        this.unanswered = file.unusable();
    }

    /// @param findings the first lines that were of no use, then how many there were in all
    record Done(Parts parts, List<Problem> findings) {}

    static Done of(InteractionLog log, SplitFile file) {
        OwnSplit split = new OwnSplit(log, file);
        split.findPairs();
        Parts parts = split.parts();
        split.tellUnseen();
        return new Done(parts, split.findings());
    }

    private void findPairs() {
        BitSet users = seen(log.users());
        BitSet items = seen(log.items());
        for (SplitFile.Row row : file.rows()) {
            OptionalInt user = log.frame().users().find(row.user());
            OptionalInt item = log.frame().items().find(row.item());
            if (user.isEmpty() || !users.get(user.getAsInt())) {
                tell(
                        row,
                        "no interaction that counts is of user \"" + row.user() + "\"",
                        "Check the id; users who have not agreed to personalisation are left out.");
            } else if (item.isEmpty() || !items.get(item.getAsInt())) {
                tell(
                        row,
                        "no interaction that counts is with item \"" + row.item() + "\"",
                        "Check the id, and which event types count.");
            } else {
                add(row, key(user.getAsInt(), item.getAsInt()));
            }
        }
    }

    private void add(SplitFile.Row row, long key) {
        Pair first = pairs.putIfAbsent(key, new Pair(row));
        if (first != null && first.row.part() != row.part()) {
            tell(
                    row,
                    "line " + first.row.line() + " puts the same pair into another part",
                    "Name a pair once; the first line counts.");
        }
    }

    private Parts parts() {
        BitSet train = new BitSet(log.size());
        BitSet test = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            Pair pair = pairs.get(key(log.users()[row], log.items()[row]));
            if (pair == null) {
                train.set(row, !file.namesParts());
                continue;
            }
            pair.seen = true;
            train.set(row, pair.row.part() == Part.TRAIN);
            test.set(row, pair.row.part() == Part.TEST);
        }
        return Parts.of(log, train, test, SplitDetails.Kind.OWN_FILE);
    }

    private void tellUnseen() {
        for (Pair pair : pairs.values()) {
            if (!pair.seen) {
                SplitFile.Row row = pair.row;
                tell(
                        row,
                        "user \"" + row.user() + "\" has no interaction with item \"" + row.item() + "\" that counts",
                        "Check both ids, and which event types count.");
            }
        }
    }

    private void tell(SplitFile.Row row, String why, String remedy) {
        unanswered++;
        if (problems.size() < SplitFile.MOST_PROBLEMS) {
            problems.add(new Problem(
                    "recommend.split-file-line",
                    "Line " + row.line() + " of " + file.name() + " was left out: " + why + ".",
                    remedy));
        }
    }

    private List<Problem> findings() {
        if (unanswered > problems.size()) {
            problems.add(new Problem(
                    "recommend.split-file-lines",
                    unanswered + " lines of " + file.name() + " were left out; the first " + SplitFile.MOST_PROBLEMS
                            + " are told.",
                    "Correct these first."));
        }
        return List.copyOf(problems);
    }

    private static BitSet seen(int[] positions) {
        BitSet seen = new BitSet();
        for (int position : positions) {
            seen.set(position);
        }
        return seen;
    }

    private static long key(int user, int item) {
        return ((long) user << Integer.SIZE) | item;
    }
}
