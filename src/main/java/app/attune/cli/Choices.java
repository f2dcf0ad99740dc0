package app.attune.cli;

import app.attune.core.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Words that stand for one of a few things; letter case does not matter, nor does - or _.
final class Choices {
    private Choices() {}

    /// @throws ProblemException `cli.bad-choice` naming the words there are
    static <E extends Enum<E>> E of(String option, String word, E[] values) {
        List<E> found = Arrays.stream(values)
                .filter(value ->
                        word(value).equals(word.toLowerCase(Locale.ROOT).replace('_', '-')))
                .toList();
        if (found.isEmpty()) {
            throw ProblemException.of(
                    "cli.bad-choice",
                    option + " does not know \"" + word + "\".",
                    "Use " + Arrays.stream(values).map(Choices::word).collect(Collectors.joining(", ")) + ".");
        }
        return found.getFirst();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
