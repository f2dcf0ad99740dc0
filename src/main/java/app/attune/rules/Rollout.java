package app.attune.rules;

import app.attune.core.Require;
import app.attune.core.UserId;
import app.attune.segments.BucketCondition;

/// The part of the users a rule is for: those whose place by the salt is below the percentage, so that raising it keeps
/// everybody who had the rule. The place is the one of [BucketCondition].
///
/// @param percent from 0, nobody, to 100, everybody
/// @param salt    another salt shuffles anew; empty for the rule's id
public record Rollout(double percent, String salt) {
    public static final double ALL = 100;

    public Rollout {
        Require.that(percent >= 0 && percent <= ALL, "A rollout is from 0 to 100 percent, not " + percent);
    }

    public static Rollout everybody() {
        return new Rollout(ALL, "");
    }

    public boolean isEverybody() {
        return percent >= ALL;
    }

    /// The salt that counts for a rule.
    public String saltOf(RuleId rule) {
        return salt.isEmpty() ? rule.value() : salt;
    }

    public boolean has(RuleId rule, UserId user) {
        return isEverybody() || new BucketCondition(saltOf(rule), 0, percent).has(user.value());
    }
}
