package app.attune.segments;

import java.util.List;

/// Every part holds. Without parts: everybody.
public record AllOf(List<Condition> parts) implements Condition {
    public AllOf {
        parts = List.copyOf(parts);
    }
}
