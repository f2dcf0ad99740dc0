package app.attune.segments.ui;

import app.attune.segments.Condition;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDefinition;

/// What undo and redo go through: the name, possibly blank while it is typed, the condition, and what it is for.
record Editing(String name, Condition condition, SegmentAbout about) {
    /// What a version says, as it is edited.
    static Editing of(SegmentDefinition version) {
        return new Editing(version.name(), ConditionEdits.grouped(version.condition()), version.about());
    }

    Editing named(String other) {
        return new Editing(other, condition, about);
    }

    Editing with(Condition other) {
        return new Editing(name, other, about);
    }

    Editing with(SegmentAbout other) {
        return new Editing(name, condition, other);
    }
}
