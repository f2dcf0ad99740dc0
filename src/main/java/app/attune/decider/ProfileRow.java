package app.attune.decider;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The values of one profile by number of a slot. A value of another kind than its slot counts as missing.
final class ProfileRow {
    private final ProfileSlots slots;
    private final boolean[] known;
    private final String[] texts;
    private final double[] numbers;
    private final long[] millis;

    ProfileRow(ProfileSlots slots) {
        this.slots = slots;
        this.known = new boolean[slots.size()];
        this.texts = new String[slots.size()];
        this.numbers = new double[slots.size()];
        this.millis = new long[slots.size()];
        clear();
    }

    void fill(ServerProfile profile) {
        for (int at = 0; at < known.length; at++) {
            ProfileSlots.Slot slot = slots.slot(at);
            known[at] = keep(at, slot.kind(), given(slot, profile));
        }
    }

    private static @Nullable Object given(ProfileSlots.Slot slot, ServerProfile profile) {
        if (!slot.ofFeature()) {
            return profile.attributes().get(slot.name());
        }
        return slot.kind() == ValueKind.TEXT
                ? profile.items().get(slot.name())
                : profile.features().get(slot.name());
    }

    private boolean keep(int at, ValueKind kind, @Nullable Object given) {
        return switch (kind) {
            case TEXT -> {
                texts[at] = given instanceof String text ? text : "";
                yield given instanceof String;
            }
            case NUMBER -> {
                numbers[at] = given instanceof Number number ? number.doubleValue() + 0.0 : 0;
                yield given instanceof Number;
            }
            case DATE -> {
                millis[at] = given instanceof String text ? IsoInstant.millis(text) : IsoInstant.NONE;
                yield millis[at] != IsoInstant.NONE;
            }
            case UNKNOWN -> false;
        };
    }

    /// Keeps nothing of anybody.
    void clear() {
        Arrays.fill(texts, "");
    }

    boolean isKnown(int slot) {
        return known[slot];
    }

    String text(int slot) {
        return texts[slot];
    }

    double number(int slot) {
        return numbers[slot];
    }

    /// Since the epoch.
    long millis(int slot) {
        return millis[slot];
    }
}
