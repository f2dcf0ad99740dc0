package app.attune.workbench;

import java.util.Locale;

/// How well typed letters fit a title: every letter must occur in order; runs and starts of words count more.
final class FuzzyMatch {
    /// The score of what does not fit.
    static final int NONE = -1;

    private static final int LETTER = 1;
    private static final int RUN = 3;
    private static final int WORD_START = 6;
    private static final int WHOLE = 20;

    private FuzzyMatch() {}

    /// At least 0 when it fits; everything fits an empty query with 0.
    static int score(String query, String title) {
        String letters = query.toLowerCase(Locale.ROOT).replace(" ", "");
        String text = title.toLowerCase(Locale.ROOT);
        if (letters.isEmpty()) {
            return 0;
        }
        int score = text.contains(query.toLowerCase(Locale.ROOT).strip()) ? WHOLE : 0;
        int from = 0;
        int last = -2;
        for (int i = 0; i < letters.length(); i++) {
            int at = text.indexOf(letters.charAt(i), from);
            if (at < 0) {
                return NONE;
            }
            score += LETTER + (at == last + 1 ? RUN : 0) + (startsWord(text, at) ? WORD_START : 0);
            last = at;
            from = at + 1;
        }
        return score;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
