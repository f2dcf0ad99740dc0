package app.attune.segments.versions;

import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/// Which parts of one group became which parts of another.
final class PartMatch {
    static final int NONE = -1;

    private final List<Condition> before;
    private final List<Condition> after;
    private final int[] partners;
    private final boolean[] taken;

    private PartMatch(List<Condition> before, List<Condition> after) {
        this.before = before;
        this.after = after;
        this.partners = new int[before.size()];
        this.taken = new boolean[after.size()];
        Arrays.fill(partners, NONE);
    }

    static PartMatch of(List<Condition> before, List<Condition> after) {
        PartMatch match = new PartMatch(before, after);
        match.inPlace();
        match.all(Condition::equals);
        match.groups();
        match.all((old, now) -> areRows(old, now) && Rows.subject(old).equals(Rows.subject(now)));
        match.all((old, now) -> areRows(old, now) && Rows.topic(old).equals(Rows.topic(now)));
        match.onlyOne();
        return match;
    }

    /// The position among the later parts, or [#NONE].
    int partner(int position) {
        return partners[position];
    }

    /// Positions of later parts that were none before, ascending.
    List<Integer> unmatched() {
        return IntStream.range(0, taken.length).filter(i -> !taken[i]).boxed().toList();
    }

    /// Whether two that were there before stand the other way round now.
    boolean isReordered() {
        int[] kept = Arrays.stream(partners).filter(partner -> partner != NONE).toArray();
        return IntStream.range(1, kept.length).anyMatch(i -> kept[i] < kept[i - 1]);
    }

    private static boolean areRows(Condition old, Condition now) {
        return !Conditions.isGroup(old) && !Conditions.isGroup(now);
    }

    private void pair(int old, int now) {
        partners[old] = now;
        taken[now] = true;
    }

    /// Of several equal parts those that did not move stay together.
    private void inPlace() {
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            if (before.get(i).equals(after.get(i))) {
                pair(i, i);
            }
        }
    }

    private void all(BiPredicate<Condition, Condition> belong) {
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; partners[i] == NONE && j < after.size(); j++) {
                if (!taken[j] && belong.test(before.get(i), after.get(j))) {
                    pair(i, j);
                }
            }
        }
    }

    /// Those that share the most rows first.
    private void groups() {
        for (boolean found = true; found; ) {
            found = false;
            int most = 0;
            int[] best = {NONE, NONE};
            for (int i = 0; i < before.size(); i++) {
                for (int j = 0; j < after.size(); j++) {
                    int shared = partners[i] == NONE && !taken[j] ? shared(before.get(i), after.get(j)) : 0;
                    if (shared > most) {
                        most = shared;
                        best = new int[] {i, j};
                    }
                }
            }
            if (most > 0) {
                pair(best[0], best[1]);
                found = true;
            }
        }
    }

    /// Equal rows count twice as much as rows about the same; groups of the same kind win where that is equal.
    private static int shared(Condition old, Condition now) {
        if (!Conditions.isGroup(old) || !Conditions.isGroup(now)) {
            return 0;
        }
        int rows = common(Rows.of(old), Rows.of(now));
        int subjects = common(
                Rows.of(old).stream().map(Rows::subject).toList(),
                Rows.of(now).stream().map(Rows::subject).toList());
        int score = 2 * (rows + subjects);
        return score == 0 ? 0 : score + (old.getClass() == now.getClass() ? 1 : 0);
    }

    private static int common(List<?> some, List<?> others) {
        List<Object> left = new ArrayList<>(others);
        return (int) some.stream().filter(left::remove).count();
    }

    /// The one row that is left on both sides, in one place, was changed even if it is about something else now.
    private void onlyOne() {
        int[] old = IntStream.range(0, partners.length)
                .filter(i -> partners[i] == NONE)
                .toArray();
        List<Integer> now = unmatched();
        if (old.length == 1
                && now.equals(List.of(old[0]))
                && areRows(before.get(old[0]), after.get(old[0]))
                && before.size() == after.size()) {
            pair(old[0], old[0]);
        }
    }
}
