package app.attune.segments.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Lists with one thing changed.
final class Lists {
    private Lists() {}

    static <T> List<T> with(List<T> list, int position, T other) {
        List<T> changed = new ArrayList<>(list);
        changed.set(position, other);
        return List.copyOf(changed);
    }

    static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }

    static <T> List<T> without(List<T> list, int position) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(position);
        return List.copyOf(shorter);
    }

    /// With the two in each other's place.
    static <T> List<T> swapped(List<T> list, int one, int other) {
        List<T> changed = new ArrayList<>(list);
        Collections.swap(changed, one, other);
        return List.copyOf(changed);
    }
}
