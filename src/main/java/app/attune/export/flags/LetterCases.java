package app.attune.export.flags;

import java.util.ArrayList;
import java.util.List;

/// Every text that equals a word when letter case is left aside, for formats that compare exactly.
final class LetterCases {
    private static final int MOST = 4096;

    private LetterCases() {}

    /// @throws app.attune.core.ProblemException if they are too many to be listed
    static List<String> of(String word) {
        List<String> texts = List.of("");
        for (int i = 0; i < word.length(); i++) {
            String letters = of(word.charAt(i));
            List<String> longer = new ArrayList<>();
            for (String text : texts) {
                letters.chars().forEach(letter -> longer.add(text + (char) letter));
            }
            if (longer.size() > MOST) {
                throw FlagReader.unreadable("the word \"" + word + "\" for consent has too many ways to be written");
            }
            texts = longer;
        }
        return texts;
    }

    private static String of(char letter) {
        StringBuilder same = new StringBuilder();
        for (char other = 0; other < Character.MAX_VALUE; other++) {
            if (String.valueOf(other).equalsIgnoreCase(String.valueOf(letter))) {
                same.append(other);
            }
        }
        return same.toString();
    }
}
