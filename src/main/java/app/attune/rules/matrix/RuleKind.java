package app.attune.rules.matrix;

import app.attune.rules.HitPolicy;
import app.attune.rules.Rule;
import app.attune.rules.Treatment;

/// What rules do, of which they may contend.
public enum RuleKind {
    RECOMMEND("recommendation"),
    OFFER("offer"),
    PIN("pin"),
    EXCLUDE("exclusion"),
    SCALE("boost or bury");

    private final String words;

    RuleKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// Whether only the first that matches wins.
    public boolean isExclusive() {
        return this == RECOMMEND || this == OFFER;
    }

    /// Whether of two rules of these kinds only the one that acts first does anything for a user.
    boolean isRival(RuleKind other, HitPolicy policy) {
        return switch (policy) {
            case FIRST -> this != EXCLUDE && other != EXCLUDE;
            case COLLECT -> this == RECOMMEND && other == RECOMMEND;
            case RULE_ORDER, PRIORITY -> this == other && isExclusive();
        };
    }

    static RuleKind of(Rule rule) {
        return of(rule.treatment());
    }

    static RuleKind of(Treatment treatment) {
        return switch (treatment) {
            case Treatment.Recommend ignored -> RECOMMEND;
            case Treatment.Offer ignored -> OFFER;
            case Treatment.Pin ignored -> PIN;
            case Treatment.Exclude ignored -> EXCLUDE;
            case Treatment.Boost ignored -> SCALE;
            case Treatment.Bury ignored -> SCALE;
        };
    }
}
