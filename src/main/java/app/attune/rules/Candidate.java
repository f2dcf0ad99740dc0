package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.Require;

/// An item a model proposes, with its score, 0 or more.
public record Candidate(ItemId item, double score) {
    public Candidate {
        Require.that(score >= 0 && Double.isFinite(score), "A candidate's score is finite and not negative");
    }
}
