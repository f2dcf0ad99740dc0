package app.attune.rules.versions;

import java.time.Instant;

/// What somebody said of a version.
///
/// @param comment possibly empty
public record RuleReview(int version, Word word, String reviewer, String comment, Instant at) {
    /// What is said.
    public enum Word {
        /// Somebody should look at it.
        ASKED,
        APPROVED,
        /// It should not go out as it is.
        CHANGES_WANTED
    }
}
