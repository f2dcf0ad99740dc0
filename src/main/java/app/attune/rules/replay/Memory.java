package app.attune.rules.replay;

import app.attune.rules.FrequencyCap;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuleTrace;
import app.attune.rules.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// When the rules with a cap fired for one user during a replay, so far. Moments come in order of time. Of one thread.
final class Memory {
    /// Longer than any two times of one date are apart.
    private static final Duration DATE = Duration.ofDays(3);

    private final List<Rule> rules;
    private final int[] capped;
    private final List<List<Instant>> firings;

    /// @param capped positions of the rules with a cap
    Memory(List<Rule> rules, int[] capped) {
        this.rules = rules;
        this.capped = capped;
        this.firings = new ArrayList<>(capped.length);
        for (int i = 0; i < capped.length; i++) {
            firings.add(new ArrayList<>());
        }
    }

    /// Sets the bits of the rules that may not fire any more, from a bit on by their positions.
    void mark(BitSet bits, int from, Outcomes.UserMoment moment) {
        for (int i = 0; i < capped.length; i++) {
            FrequencyCap cap = cap(i);
            List<Instant> times = firings.get(i);
            times.removeIf(time -> isOver(cap, time, moment));
            bits.set(from + capped[i], cap.isReached(times, moment.at(), moment.visitStart()));
        }
    }

    /// Whether a firing will not count any more, whatever comes.
    private static boolean isOver(FrequencyCap cap, Instant firing, Outcomes.UserMoment moment) {
        return !cap.counts(firing, moment.at(), moment.visitStart())
                && Duration.between(firing, moment.at()).compareTo(DATE) > 0;
    }

    private FrequencyCap cap(int i) {
        return rules.get(capped[i]).limits().cap().orElseThrow();
    }

    /// As a request would tell it.
    Shown shown(Outcomes.UserMoment moment) {
        if (capped.length == 0) {
            return Shown.nothing();
        }
        Map<RuleId, List<Instant>> times = new HashMap<>();
        for (int i = 0; i < capped.length; i++) {
            times.put(rules.get(capped[i]).id(), firings.get(i));
        }
        return new Shown(times, moment.visitStart());
    }

    void add(List<RuleTrace> traces, Instant at) {
        for (int i = 0; i < capped.length; i++) {
            if (traces.get(capped[i]).verdict() == RuleTrace.Verdict.FIRED) {
                firings.get(i).add(at);
            }
        }
    }
}
