package app.attune.segments.text;

import app.attune.core.NearNames;
import app.attune.segments.Comparison;
import app.attune.segments.Near;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the phrase somebody may have meant by words that are none.
final class NearPhrases {
    private static final String IS = "is ";

    /// How values are compared, "is" included.
    static final List<String> COMPARISONS =
            Arrays.stream(Comparison.values()).map(TextWords::of).toList();

    /// Everything that may follow the name of an attribute or field, or a type of events.
    static final List<String> FOLLOWING = Stream.of(
                    COMPARISONS.stream(),
                    COMPARISONS.stream()
                            .filter(phrase -> phrase.startsWith(IS) && !phrase.equals(TextWords.of(Comparison.IS_NOT)))
                            .map(phrase -> phrase.substring(IS.length())),
                    Arrays.stream(Near.Relation.values()).map(TextWords::of),
                    Stream.of("in the last", "before the last", "since last", "where", "within", "then"),
                    Stream.of("in all within", "each within", "each at any time"))
            .flatMap(phrases -> phrases)
            .toList();

    /// A phrase and the word that keeps others from being it.
    record Miss(String phrase, TextToken typo, int errors) {
        private int words() {
            return phrase.split(" ").length;
        }
    }

    private NearPhrases() {}

    /// The longest phrase that the first of these words nearly are, never one that they are; ties go to fewer errors.
    static Optional<Miss> of(List<TextToken> tokens, List<String> phrases) {
        return phrases.stream()
                .flatMap(phrase -> miss(tokens, phrase).stream())
                .max(Comparator.comparingInt(Miss::words).thenComparing(Miss::errors, Comparator.reverseOrder()));
    }

    private static Optional<Miss> miss(List<TextToken> tokens, String phrase) {
        String[] words = phrase.split(" ");
        if (words.length > tokens.size()) {
            return Optional.empty();
        }
        List<TextToken> typos = new ArrayList<>();
        int errors = 0;
        for (int i = 0; i < words.length; i++) {
            TextToken token = tokens.get(i);
            if (!isNear(token, words[i])) {
                return Optional.empty();
            }
            if (!token.is(words[i])) {
                typos.add(token);
                errors += NearNames.editDistance(token.text(), words[i]);
            }
        }
        return typos.isEmpty() ? Optional.empty() : Optional.of(new Miss(phrase, typos.getFirst(), errors));
    }

    private static boolean isNear(TextToken token, String word) {
        return token.is(word)
                || (token.kind() == TextToken.Kind.WORD
                        && NearNames.nearest(token.text(), List.of(word)).isPresent());
    }
}
