package app.attune.rules;

import app.attune.core.Require;
import app.attune.core.UserId;
import app.attune.segments.BucketCondition;

/// The part of the users who get no rule but Exclude, so that what rules do can be measured against them.
///
/// @param percent from 0, nobody, to 100, everybody
/// @param salt    another salt shuffles anew; empty for [#SALT]
public record Holdout(double percent, String salt) {
    /// What counts where none is given.
    public static final String SALT = "holdout";

    private static final double ALL = 100;

    public Holdout {
        Require.that(percent >= 0 && percent <= ALL, "A holdout is from 0 to 100 percent, not " + percent);
    }

    public static Holdout nobody() {
        return new Holdout(0, "");
    }

    public boolean isNobody() {
        return percent <= 0;
    }

    public String usedSalt() {
        return salt.isEmpty() ? SALT : salt;
    }

    public boolean has(UserId user) {
        return !isNobody() && new BucketCondition(usedSalt(), 0, percent).has(user.value());
    }
}
