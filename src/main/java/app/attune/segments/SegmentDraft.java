package app.attune.segments;

import app.attune.core.Require;

/// A segment as it is being edited, before it becomes a version.
public record SegmentDraft(SegmentId id, String name, Condition condition, SegmentAbout about) {
    public SegmentDraft {
        Require.notBlank(name, "A segment's name");
    }

    /// One of which nothing is said but whom it means.
    public SegmentDraft(SegmentId id, String name, Condition condition) {
        this(id, name, condition, SegmentAbout.NONE);
    }

    /// The same segment meaning somebody else.
    public SegmentDraft with(Condition other) {
        return new SegmentDraft(id, name, other, about);
    }

    /// The same people for another purpose.
    public SegmentDraft with(SegmentAbout other) {
        return new SegmentDraft(id, name, condition, other);
    }

    /// The same people under another name.
    public SegmentDraft named(String other) {
        return new SegmentDraft(id, other, condition, about);
    }

    /// What a version says.
    public static SegmentDraft of(SegmentDefinition definition) {
        return new SegmentDraft(definition.id(), definition.name(), definition.condition(), definition.about());
    }
}
