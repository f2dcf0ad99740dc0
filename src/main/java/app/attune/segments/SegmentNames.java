package app.attune.segments;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/// Makes ids of names.
final class SegmentNames {
    private static final int LONGEST = 56;

    private SegmentNames() {}

    /// Letters, digits and hyphens of the name; `segment` when it has none.
    static SegmentId plainId(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST));
        String trimmed = cut.replaceAll("^-+|-+$", "");
        return new SegmentId(trimmed.isEmpty() ? "segment" : trimmed);
    }

    /// The same with -2, -3 … while it is taken.
    static SegmentId freeId(String name, Predicate<SegmentId> taken) {
        SegmentId plain = plainId(name);
        SegmentId id = plain;
        for (int i = 2; taken.test(id); i++) {
            id = new SegmentId(plain.value() + "-" + i);
        }
        return id;
    }
}
