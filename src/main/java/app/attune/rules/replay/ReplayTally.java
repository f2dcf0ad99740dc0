package app.attune.rules.replay;

import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuleTrace;
import app.attune.rules.Treatment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Counts what became of the rules of one rule set, user by user. Of one thread; sums are taken with [#add].
final class ReplayTally {
    private final List<Rule> rules;
    private final Map<RuleId, Integer> places = new HashMap<>();
    private final long[] fired;
    private final int[] users;
    private final Map<RuleTrace.Cause, long[]> causes = new EnumMap<>(RuleTrace.Cause.class);
    private final long[][] lostTo;
    private final long[][] firedByDay;
    private final long[][] cappedByDay;
    private final boolean[] firedForUser;

    ReplayTally(List<Rule> rules, int days) {
        this.rules = rules;
        rules.forEach(rule -> places.put(rule.id(), places.size()));
        int n = rules.size();
        fired = new long[n];
        users = new int[n];
        for (RuleTrace.Cause cause : RuleTrace.Cause.values()) {
            causes.put(cause, new long[n]);
        }
        lostTo = new long[n][n];
        firedByDay = new long[n][days];
        cappedByDay = new long[n][];
        for (int i = 0; i < n; i++) {
            cappedByDay[i] = new long[rules.get(i).limits().cap().isPresent() ? days : 0];
        }
        firedForUser = new boolean[n];
    }

    void count(List<RuleTrace> traces, int day) {
        for (int i = 0; i < traces.size(); i++) {
            RuleTrace trace = traces.get(i);
            switch (trace.verdict()) {
                case FIRED -> {
                    fired[i]++;
                    firedByDay[i][day]++;
                    firedForUser[i] = true;
                }
                case LOST -> {
                    of(trace.cause())[i]++;
                    if (trace.cause() == RuleTrace.Cause.CAPPED) {
                        cappedByDay[i][day]++;
                    }
                    int loser = i;
                    trace.lostTo().ifPresent(winner -> lostTo[loser][Objects.requireNonNull(places.get(winner))]++);
                }
                case NOT_MATCHED, INACTIVE -> {}
            }
        }
    }

    private long[] of(RuleTrace.Cause cause) {
        return Objects.requireNonNull(causes.get(cause));
    }

    /// All of one user's decisions are counted.
    void endUser() {
        for (int i = 0; i < users.length; i++) {
            users[i] += firedForUser[i] ? 1 : 0;
        }
        Arrays.fill(firedForUser, false);
    }

    /// Counts what another one counted of other users.
    void add(ReplayTally other) {
        causes.forEach((cause, counts) -> add(counts, other.of(cause)));
        for (int i = 0; i < fired.length; i++) {
            fired[i] += other.fired[i];
            users[i] += other.users[i];
            add(lostTo[i], other.lostTo[i]);
            add(firedByDay[i], other.firedByDay[i]);
            add(cappedByDay[i], other.cappedByDay[i]);
        }
    }

    static void add(long[] sums, long[] others) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += others[i];
        }
    }

    List<ReplayedRule> rules() {
        List<ReplayedRule> counted = new ArrayList<>();
        for (int i = 0; i < fired.length; i++) {
            Map<RuleTrace.Cause, Long> why = why(i);
            Rule rule = rules.get(i);
            counted.add(new ReplayedRule(
                    rule.id(),
                    rule.name(),
                    fired[i],
                    users[i],
                    why.values().stream().mapToLong(Long::longValue).sum(),
                    why,
                    winners(i),
                    Arrays.stream(firedByDay[i]).boxed().toList(),
                    Arrays.stream(cappedByDay[i]).boxed().toList(),
                    offer(rule)));
        }
        return counted;
    }

    private Map<RuleTrace.Cause, Long> why(int rule) {
        Map<RuleTrace.Cause, Long> why = new EnumMap<>(RuleTrace.Cause.class);
        causes.forEach((cause, counts) -> {
            if (counts[rule] > 0) {
                why.put(cause, counts[rule]);
            }
        });
        return why;
    }

    private Map<RuleId, Long> winners(int rule) {
        Map<RuleId, Long> winners = new HashMap<>();
        for (int other = 0; other < fired.length; other++) {
            if (lostTo[rule][other] > 0) {
                winners.put(rules.get(other).id(), lostTo[rule][other]);
            }
        }
        return winners;
    }

    private static Optional<String> offer(Rule rule) {
        return rule.treatment() instanceof Treatment.Offer offer ? Optional.of(offer.code()) : Optional.empty();
    }
}
