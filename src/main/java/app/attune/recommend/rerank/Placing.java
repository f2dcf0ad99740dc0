package app.attune.recommend.rerank;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Looks for the first list, in the order of candidates, that meets all limits: at each place the first candidate with
/// which the rest can still be met. A list ends before n only where every candidate left is above a limit.
///
/// Backtracking over places, cut where a limit from below lacks places or members; gives up after [#MOST_TRIES].
final class Placing {
    static final int MOST_TRIES = 2000;

    private final int n;
    private final List<BoundLimit> caps;
    private final List<BoundLimit> floors;
    private final int[] items;
    private final int[] taken;
    private final boolean[] used;
    private final boolean[][] isMember;
    private final int[] members;
    private final List<Map<Integer, Integer>> counts;
    private int size;
    private int tries;

    /// @param items  candidates in their order
    /// @param limits already made no larger than there are members
    Placing(int[] items, List<BoundLimit> limits, int n) {
        this.n = Math.min(n, items.length);
        this.items = items;
        this.caps = limits.stream().filter(BoundLimit::isCap).toList();
        this.floors = limits.stream().filter(limit -> !limit.isCap()).toList();
        this.taken = new int[this.n];
        this.used = new boolean[items.length];
        this.members = new int[floors.size()];
        this.isMember = new boolean[floors.size()][items.length];
        for (int floor = 0; floor < members.length; floor++) {
            for (int at = 0; at < items.length; at++) {
                isMember[floor][at] = floors.get(floor).groups(items[at]).length > 0;
            }
        }
        this.counts =
                caps.stream().<Map<Integer, Integer>>map(cap -> new HashMap<>()).toList();
    }

    /// Whether there is such a list; [#found] has it then.
    boolean search() {
        return canStillBeMet() && place();
    }

    int[] found() {
        return Arrays.copyOf(taken, size);
    }

    /// The limit from above that keeps a candidate out as things stand, by its position among those.
    OptionalInt full(int at) {
        for (int cap = 0; cap < caps.size(); cap++) {
            for (int value : caps.get(cap).groups(items[at])) {
                if (counts.get(cap).getOrDefault(value, 0) >= caps.get(cap).most()) {
                    return OptionalInt.of(cap);
                }
            }
        }
        return OptionalInt.empty();
    }

    private boolean place() {
        if (size == n) {
            return true;
        }
        boolean couldGoOn = false;
        for (int at = 0; at < items.length; at++) {
            if (used[at] || full(at).isPresent()) {
                continue;
            }
            couldGoOn = true;
            if (++tries > MOST_TRIES) {
                return false;
            }
            take(at);
            if (canStillBeMet() && place()) {
                return true;
            }
            giveBack();
        }
        return !couldGoOn && isMet();
    }

    private void take(int at) {
        taken[size++] = at;
        count(at, 1);
    }

    private void giveBack() {
        count(taken[--size], -1);
    }

    private void count(int at, int step) {
        used[at] = step > 0;
        for (int cap = 0; cap < caps.size(); cap++) {
            for (int value : caps.get(cap).groups(items[at])) {
                counts.get(cap).merge(value, step, Integer::sum);
            }
        }
        for (int floor = 0; floor < members.length; floor++) {
            members[floor] += isMember[floor][at] ? step : 0;
        }
    }

    private boolean isMet() {
        for (int floor = 0; floor < members.length; floor++) {
            if (members[floor] < floors.get(floor).deadlines().length) {
                return false;
            }
        }
        return true;
    }

    /// False only where it certainly cannot.
    private boolean canStillBeMet() {
        for (int floor = 0; floor < members.length; floor++) {
            int[] deadlines = floors.get(floor).deadlines();
            int left = members[floor] < deadlines.length ? left(floor) : 0;
            for (int member = members[floor]; member < deadlines.length; member++) {
                int needed = member - members[floor] + 1;
                if (needed > left || Math.min(n, deadlines[member]) - size < needed) {
                    return false;
                }
            }
        }
        return true;
    }

    private int left(int floor) {
        int left = 0;
        for (int at = 0; at < items.length; at++) {
            left += !used[at] && isMember[floor][at] && full(at).isEmpty() ? 1 : 0;
        }
        return left;
    }
}
