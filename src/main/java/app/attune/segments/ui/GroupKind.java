package app.attune.segments.ui;

import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.MarkedCondition;
import app.attune.segments.NoneOf;
import java.util.List;
import java.util.Locale;

/// How the rows of a group belong together.
enum GroupKind {
    ALL,
    ANY,
    NONE;

    static GroupKind of(Condition group) {
        return switch (group) {
            case AllOf all -> ALL;
            case AnyOf any -> ANY;
            case NoneOf none -> NONE;
            case MarkedCondition marked -> of(marked.part());
            case AttributeCondition row -> throw new IllegalArgumentException("Not a group");
            case EventCondition row -> throw new IllegalArgumentException("Not a group");
            case app.attune.segments.UserCondition row -> throw new IllegalArgumentException("Not a group");
        };
    }

    Condition of(List<Condition> parts) {
        return switch (this) {
            case ALL -> new AllOf(parts);
            case ANY -> new AnyOf(parts);
            case NONE -> new NoneOf(parts);
        };
    }

    /// The end of its keys in the texts.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
