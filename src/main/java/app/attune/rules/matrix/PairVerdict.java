package app.attune.rules.matrix;

import app.attune.rules.RuleId;

/// How the users of two rules stand to one another.
///
/// @param both       users of both
/// @param firstOnly  users of the first who are not of the second
/// @param secondOnly users of the second who are not of the first
public record PairVerdict(RuleId first, RuleId second, Claim both, Claim firstOnly, Claim secondOnly) {
    /// How two sets of users stand to one another.
    public enum Relation {
        /// Nobody is in both.
        DISJOINT,
        /// Somebody is in both; whoever is in one need not be in the other, as far as is known.
        OVERLAP,
        /// Whoever is in the first is in the second.
        CONTAINED_IN,
        /// Whoever is in the second is in the first.
        CONTAINS,
        /// Whoever is in one is in the other.
        EQUAL,
        /// Nothing is proved; the data alone speaks.
        NOT_PROVED
    }

    /// What is proved. Of rules that nobody can match all is proved at once; that is found elsewhere.
    public Relation relation() {
        boolean inside = firstOnly.proof().isNobody();
        boolean around = secondOnly.proof().isNobody();
        if (both.proof().isNobody()) {
            return Relation.DISJOINT;
        }
        if (inside || around) {
            return inside && around ? Relation.EQUAL : inside ? Relation.CONTAINED_IN : Relation.CONTAINS;
        }
        return both.proof().isSomebody() ? Relation.OVERLAP : Relation.NOT_PROVED;
    }

    /// What the users there are look like.
    public Relation inData() {
        if (both.users() == 0) {
            return Relation.DISJOINT;
        }
        if (firstOnly.users() == 0) {
            return secondOnly.users() == 0 ? Relation.EQUAL : Relation.CONTAINED_IN;
        }
        return secondOnly.users() == 0 ? Relation.CONTAINS : Relation.OVERLAP;
    }

    /// The same seen from the second rule.
    public PairVerdict turned() {
        return new PairVerdict(
                /* first= */ second,
                /* second= */ first,
                both,
                /* firstOnly= */ secondOnly,
                /* secondOnly= */ firstOnly);
    }
}
