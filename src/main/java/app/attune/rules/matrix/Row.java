package app.attune.rules.matrix;

import app.attune.segments.Condition;

/// A statement that one value settles: about the user, or about the request.
sealed interface Row permits Row.OfUser, RequestRow {
    /// What it asks about.
    Subject subject(Schema schema);

    /// @param condition without parts
    record OfUser(Condition condition) implements Row {
        @Override
        public Subject subject(Schema schema) {
            return Subject.of(condition, schema);
        }
    }
}
