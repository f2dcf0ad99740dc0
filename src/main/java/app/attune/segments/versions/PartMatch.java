package app.attune.segments.versions;

import app.attune.core.Progress;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Which parts of one group became which parts of another. Cost: at most the rows of the one times the groups of the
/// other.
final class PartMatch {
    static final int NONE = -1;

    private final List<Condition> before;
    private final List<Condition> after;
    private final Progress progress;
    private final int[] partners;
    private final boolean[] taken;

    private PartMatch(List<Condition> before, List<Condition> after, Progress progress) {
        this.before = before;
        this.after = after;
        this.progress = progress;
        this.partners = new int[before.size()];
        this.taken = new boolean[after.size()];
        Arrays.fill(partners, NONE);
    }

    static PartMatch of(List<Condition> before, List<Condition> after, Progress progress) {
        PartMatch match = new PartMatch(before, after, progress);
        match.inPlace();
        match.equal(whole(before), whole(after));
        match.groups();
        match.equal(match.rows(before, Rows::subject), match.rows(after, Rows::subject));
        match.equal(match.rows(before, Rows::topic), match.rows(after, Rows::topic));
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

    private static List<Optional<Condition>> whole(List<Condition> parts) {
        return parts.stream().map(Optional::of).toList();
    }

    /// What is said of those parts that are rows, by position.
    private List<Optional<JsonNode>> rows(List<Condition> parts, Function<Condition, JsonNode> said) {
        List<Optional<JsonNode>> keys = new ArrayList<>();
        for (Condition part : parts) {
            progress.checkpoint();
            keys.add(Conditions.isGroup(part) ? Optional.empty() : Optional.of(said.apply(part)));
        }
        return keys;
    }

    /// Each that has a key, with the first one left that has an equal one.
    private <K> void equal(List<Optional<K>> old, List<Optional<K>> now) {
        Map<K, Deque<Integer>> left = new HashMap<>();
        for (int j = 0; j < now.size(); j++) {
            int position = j;
            now.get(j)
                    .filter(key -> !taken[position])
                    .ifPresent(key ->
                            left.computeIfAbsent(key, one -> new ArrayDeque<>()).add(position));
        }
        for (int i = 0; i < old.size(); i++) {
            progress.checkpoint();
            int position = i;
            old.get(i)
                    .filter(key -> partners[position] == NONE)
                    .map(key -> left.getOrDefault(key, new ArrayDeque<>()).pollFirst())
                    .ifPresent(found -> pair(position, found));
        }
    }

    /// Those that share the most rows first.
    private void groups() {
        SharedRows shared = new SharedRows(before, after, progress);
        List<SharedRows.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            progress.checkpoint();
            if (partners[i] == NONE) {
                shared.pairs(i).stream().filter(pair -> !taken[pair.now()]).forEach(pairs::add);
            }
        }
        pairs.sort(Comparator.comparingInt(SharedRows.Pair::score).reversed());
        for (SharedRows.Pair one : pairs) {
            if (partners[one.old()] == NONE && !taken[one.now()]) {
                pair(one.old(), one.now());
            }
        }
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
