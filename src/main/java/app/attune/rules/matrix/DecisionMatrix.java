package app.attune.rules.matrix;

import app.attune.rules.HitPolicy;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuleProgram;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// How every two rules stand to one another, and what is wrong with how they act together. Immutable.
public final class DecisionMatrix {
    private record Two(RuleId first, RuleId second) {}

    /// What a matrix was made of.
    ///
    /// @param program all rules
    /// @param at      when users are counted
    /// @param users   those each rule that can be read matches then, in some request; not changed any more
    record Ground(RuleProgram program, Instant at, Map<RuleId, RoaringBitmap> users) {
        Ground {
            users = Map.copyOf(users);
        }
    }

    private final Ground ground;
    private final List<PairVerdict> pairs;
    private final List<MatrixFinding> findings;
    private final Map<Two, PairVerdict> byRules = new HashMap<>();

    /// @param pairs    each two of those that can be read once, the one of higher priority first
    /// @param findings about the active rules
    DecisionMatrix(Ground ground, List<PairVerdict> pairs, List<MatrixFinding> findings) {
        this.ground = ground;
        this.pairs = List.copyOf(pairs);
        this.findings = List.copyOf(findings);
        pairs.forEach(pair -> byRules.put(new Two(pair.first(), pair.second()), pair));
    }

    /// Of no rules.
    public static DecisionMatrix empty() {
        return new DecisionMatrix(new Ground(RuleProgram.of(List.of()), Instant.EPOCH, Map.of()), List.of(), List.of());
    }

    DecisionMatrix with(List<MatrixFinding> found) {
        return new DecisionMatrix(ground, pairs, found);
    }

    /// In order.
    public List<Rule> rules() {
        return ground.program().rules();
    }

    /// Whether these rules would be compared alike: they and how they act are the same.
    public boolean isOf(RuleProgram other) {
        return ground.program().rules().equals(other.rules())
                && hitPolicy() == other.policy().hitPolicy();
    }

    HitPolicy hitPolicy() {
        return ground.program().policy().hitPolicy();
    }

    public List<PairVerdict> pairs() {
        return pairs;
    }

    public List<MatrixFinding> findings() {
        return findings;
    }

    /// As seen from the first; empty for a rule and itself, and where a rule could not be read.
    public Optional<PairVerdict> pair(RuleId first, RuleId second) {
        return Optional.ofNullable(byRules.get(new Two(first, second)))
                .or(() ->
                        Optional.ofNullable(byRules.get(new Two(second, first))).map(PairVerdict::turned));
    }

    /// When users are counted.
    public Instant at() {
        return ground.at();
    }

    /// The users both rules match in one request then, those that the pair counts.
    public RoaringBitmap usersOfBoth(PairVerdict pair) {
        return pair.both().users() == 0
                ? new RoaringBitmap()
                : RoaringBitmap.and(users(pair.first()), users(pair.second()));
    }

    private RoaringBitmap users(RuleId rule) {
        return ground.users().getOrDefault(rule, new RoaringBitmap());
    }

    /// What was found about a rule.
    public List<MatrixFinding> about(RuleId rule) {
        return findings.stream()
                .filter(finding -> finding.rules().contains(rule))
                .toList();
    }
}
