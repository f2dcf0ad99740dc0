package app.attune.segments;

import app.attune.core.Require;

/// A segment as it is being edited, before it becomes a version.
public record SegmentDraft(SegmentId id, String name, Condition condition) {
    public SegmentDraft {
        Require.notBlank(name, "A segment's name");
    }

    /// The same segment meaning somebody else.
    public SegmentDraft with(Condition other) {
        return new SegmentDraft(id, name, other);
    }

    /// The same people under another name.
    public SegmentDraft named(String other) {
        return new SegmentDraft(id, other, condition);
    }

    /// What a version says.
    public static SegmentDraft of(SegmentDefinition definition) {
        return new SegmentDraft(definition.id(), definition.name(), definition.condition());
    }
}
