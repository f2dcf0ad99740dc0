package app.attune.rules.versions;

import app.attune.rules.Rule;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// Which rules have been approved. A verdict on a version is one on the content of each of its rules; the newest
/// verdict
/// on a content counts, whatever version it was given on, and another content has none.
public final class RuleReviews {
    private final Map<String, RuleReview> verdicts;

    private RuleReviews(Map<String, RuleReview> verdicts) {
        this.verdicts = Map.copyOf(verdicts);
    }

    /// @param reviews  in the order they were said
    /// @param versions finds a version by its number
    public static RuleReviews of(List<RuleReview> reviews, IntFunction<Optional<RuleSet>> versions) {
        Map<String, RuleReview> verdicts = new HashMap<>();
        for (RuleReview review : reviews) {
            if (review.word() != RuleReview.Word.ASKED) {
                versions.apply(review.version()).map(RuleSet::rules).orElse(List.of()).stream()
                        .map(RuleContent::hash)
                        .forEach(hash -> verdicts.put(hash, review));
            }
        }
        return new RuleReviews(verdicts);
    }

    /// The newest verdict on what the rule says.
    public Optional<RuleReview> verdict(Rule rule) {
        return Optional.ofNullable(verdicts.get(RuleContent.hash(rule)));
    }

    public boolean isApproved(Rule rule) {
        return verdict(rule)
                .filter(review -> review.word() == RuleReview.Word.APPROVED)
                .isPresent();
    }

    /// The active rules of a program that nobody has approved as they are, in order.
    public List<Rule> notApproved(RuleProgram program) {
        return program.rules().stream()
                .filter(rule -> rule.isActive() && !isApproved(rule))
                .toList();
    }
}
