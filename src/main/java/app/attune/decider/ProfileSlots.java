package app.attune.decider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The attributes and features that the conditions of a bundle ask for, numbered.
final class ProfileSlots {
    /// A value asked for.
    record Slot(boolean ofFeature, String name, ValueKind kind) {}

    private final List<Slot> slots = new ArrayList<>();
    private final Map<Slot, Integer> numbers = new HashMap<>();

    int attribute(String name, ValueKind kind) {
        return number(new Slot(false, name, kind));
    }

    /// A number, or an item as a text.
    int feature(String name, ValueKind kind) {
        return number(new Slot(true, name, kind));
    }

    private int number(Slot slot) {
        return numbers.computeIfAbsent(slot, added -> {
            slots.add(added);
            return slots.size() - 1;
        });
    }

    int size() {
        return slots.size();
    }

    Slot slot(int at) {
        return slots.get(at);
    }
}
