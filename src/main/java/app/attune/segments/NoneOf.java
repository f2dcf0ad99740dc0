package app.attune.segments;

import java.util.List;

/// No part holds. Without parts: everybody.
public record NoneOf(List<Condition> parts) implements Condition {
    public NoneOf {
        parts = List.copyOf(parts);
    }
}
