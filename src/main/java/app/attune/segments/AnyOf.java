package app.attune.segments;

import java.util.List;

/// At least one part holds. Without parts: nobody.
public record AnyOf(List<Condition> parts) implements Condition {
    public AnyOf {
        parts = List.copyOf(parts);
    }
}
