package app.attune.decide;

import app.attune.core.NearNames;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds the ids somebody may have meant: those that start with what was typed, then those that contain it, then those
/// a few typing errors away. Letter case does not matter; ties go to the shorter id, then by text.
final class NearIds {
    private static final int MOST_ERRORS = 3;

    private record Near(String id, int distance) {}

    private NearIds() {}

    /// Cost: one pass over the ids; edit distances only for ids of about the same length.
    static List<String> of(List<String> ids, String typed, int limit) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return ids.stream()
                .map(id -> new Near(id, distance(id.toLowerCase(Locale.ROOT), wanted)))
                .filter(near -> near.distance() < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(Near::distance)
                        .thenComparingInt(near -> near.id().length())
                        .thenComparing(Near::id))
                .limit(limit)
                .map(Near::id)
                .toList();
    }

    private static int distance(String id, String wanted) {
        if (id.startsWith(wanted)) {
            return id.length() == wanted.length() ? -2 : -1;
        }
        if (id.contains(wanted)) {
            return 0;
        }
        if (Math.abs(id.length() - wanted.length()) > MOST_ERRORS) {
            return Integer.MAX_VALUE;
        }
        int errors = NearNames.editDistance(id, wanted);
        return errors <= Math.min(MOST_ERRORS, wanted.length() - 1) ? errors : Integer.MAX_VALUE;
    }
}
