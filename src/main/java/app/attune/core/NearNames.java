package app.attune.core;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the known name somebody may have meant by one that is not known.
public final class NearNames {
    private static final int MOST_ERRORS = 3;
    private static final int LETTERS_PER_ERROR = 3;
    private static final int LEAST_BEGINNING = 3;
    private static final int MOST_NAMES = 100_000;

    private record Near(String name, int errors) {}

    private NearNames() {}

    /// The nearest of the names: letter case, blanks, hyphens and underscores do not matter, one typing error per three
    /// letters is forgiven, and so is an ending left out. Ties go to the shorter name, then to the first by text. Empty
    /// when none is near. Cost: one pass over at most 100,000 names; edit distances only for those of about the same
    /// length.
    public static Optional<String> nearest(String typed, List<String> names) {
        String wanted = plain(typed);
        return names.stream()
                .limit(MOST_NAMES)
                .map(name -> new Near(name, errors(plain(name), wanted)))
                .filter(near -> near.errors() <= allowed(wanted))
                .min(Comparator.comparingInt(Near::errors)
                        .thenComparingInt(near -> near.name().length())
                        .thenComparing(Near::name))
                .map(Near::name);
    }

    /// "Did you mean "purchase"?", or nothing when no name is near.
    public static Optional<String> question(String typed, List<String> names) {
        return nearest(typed, names).map(name -> "Did you mean \"" + name + "\"?");
    }

    private static int allowed(String wanted) {
        return Math.min(MOST_ERRORS, Math.max(1, wanted.length() / LETTERS_PER_ERROR));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    private static int errors(String name, String wanted) {
        if (wanted.isEmpty() || name.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        if (name.startsWith(wanted) && wanted.length() >= LEAST_BEGINNING) {
            return name.length() == wanted.length() ? 0 : 1;
        }
        boolean hopeless = Math.abs(name.length() - wanted.length()) > allowed(wanted);
        int errors = hopeless ? Integer.MAX_VALUE : editDistance(name, wanted);
        return errors < wanted.length() ? errors : Integer.MAX_VALUE;
    }

    /// Insertions, deletions, substitutions and swaps of neighbours that turn one into the other, no letter touched
    /// twice.
    /// Source: Boytsov 2011, "Indexing Methods for Approximate Dictionary Searching", JEA 16, section 2.1 (optimal
    /// string alignment).
    public static int editDistance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, new Cell(i, j));
            }
        }
        return cost[a.length()][b.length()];
    }

    private record Cell(int i, int j) {}

    private static int cheapest(int[][] cost, String a, String b, Cell cell) {
        int i = cell.i();
        int j = cell.j();
        char one = a.charAt(i - 1);
        char other = b.charAt(j - 1);
        int best = Math.min(cost[i - 1][j - 1] + (one == other ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && one == b.charAt(j - 2) && other == a.charAt(i - 2);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
