package app.attune.segments.discover;

import app.attune.segments.Condition;

/// Things that users do, or are, together more often than by chance.
///
/// @param condition that all of them hold
/// @param users     of whom they do
/// @param of        all users there are
/// @param expected  how many it would be if each had nothing to do with the others
public record Habit(Condition condition, int users, int of, double expected) {
    /// How many times as many as by chance (Brin, Motwani and Silverstein 1997, "Beyond Market Baskets", SIGMOD).
    public double lift() {
        return users / expected;
    }
}
