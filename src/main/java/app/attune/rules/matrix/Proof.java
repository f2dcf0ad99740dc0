package app.attune.rules.matrix;

/// What is known of whether any user can be meant by a statement.
public sealed interface Proof {
    /// Proved: whatever the data, nobody can be.
    record Nobody() implements Proof {}

    /// Proved: this user would be.
    record Somebody(Witness witness) implements Proof {}

    /// Not proved either way.
    ///
    /// @param reason why, as a sentence
    record Open(String reason) implements Proof {}

    default boolean isNobody() {
        return this instanceof Nobody;
    }

    default boolean isSomebody() {
        return this instanceof Somebody;
    }
}
