package app.attune.events;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a preset's file may leave out: absent texts are blank, absent lists empty.
final class PresetText {
    private PresetText() {}

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
