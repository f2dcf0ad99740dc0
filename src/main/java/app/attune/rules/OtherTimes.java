package app.attune.rules;

import app.attune.core.Progress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The times from the one that is looked at on at which the schedules of active rules begin or end to run, and whom the
/// rules reach then. Who is in which segment stays as it is.
final class OtherTimes {
    private final RuleProgram program;
    private final RuleBasis basis;
    private final Progress progress;
    private final List<Instant> times;
    private final Map<Instant, List<RuleReach>> reach = new HashMap<>();

    OtherTimes(RuleProgram program, RuleBasis basis, Progress progress) {
        this.program = program;
        this.basis = basis;
        this.progress = progress;
        this.times = program.rules().stream()
                .filter(Rule::isActive)
                .flatMap(rule -> rule.limits().schedule().edges(basis.at()).stream())
                .filter(time -> time.isAfter(basis.at()))
                .distinct()
                .sorted()
                .toList();
    }

    /// Whether the rule wins for anybody at any of them.
    boolean wins(int ruleIdx) {
        Schedule schedule = program.rules().get(ruleIdx).limits().schedule();
        return times.stream()
                .filter(schedule::isRunning)
                .anyMatch(time -> reach(time).get(ruleIdx).won() > 0);
    }

    private List<RuleReach> reach(Instant time) {
        List<RuleReach> known = reach.get(time);
        if (known == null) {
            known = RuleImpact.of(program, basis.seenAt(time), progress);
            reach.put(time, known);
        }
        return known;
    }
}
