package app.attune.segments.ui;

import app.attune.segments.Condition;

/// What undo and redo go through: the name, possibly blank while it is typed, and the condition.
record Editing(String name, Condition condition) {
    Editing named(String other) {
        return new Editing(other, condition);
    }

    Editing with(Condition other) {
        return new Editing(name, other);
    }
}
