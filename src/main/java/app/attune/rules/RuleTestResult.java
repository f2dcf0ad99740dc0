package app.attune.rules;

import java.util.List;

/// How a test of rules ended.
///
/// @param name     of the test, or the rule and user of an example
/// @param expected in words
/// @param got      in words
/// @param why      what became of the rules that matter, one sentence each
public record RuleTestResult(String name, Verdict verdict, String expected, String got, List<String> why) {
    /// The end of a test.
    public enum Verdict {
        PASSED,
        FAILED,
        /// It would pass, were the user not held out or outside a rollout: the user is the wrong one, not the rule.
        LEFT_OUT,
        /// The data does not have the user.
        UNKNOWN_USER
    }

    public RuleTestResult {
        why = List.copyOf(why);
    }

    public boolean isFailed() {
        return verdict == Verdict.FAILED;
    }
}
