package app.attune.segments;

import app.attune.core.Require;

/// How far apart two events may be.
public sealed interface Within {
    /// However far.
    record AnyTime() implements Within {}

    /// At most that long, the end included.
    record Span(int amount, Window.Unit unit) implements Within {
        public Span {
            Require.that(amount > 0, "Two events may be at least one unit apart");
        }
    }

    /// The most milliseconds between them.
    default long millis() {
        return switch (this) {
            case AnyTime any -> Long.MAX_VALUE;
            case Span span -> span.unit().length().toMillis() * span.amount();
        };
    }
}
