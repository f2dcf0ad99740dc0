package app.attune.rules;

import java.util.List;
import java.util.stream.Collectors;

/// Says which of the models of a Recommend answered, and why those before did not.
public final class TriedWords {
    private TriedWords() {}

    /// "als is not trained; Item-kNN has nothing for this user; Popularity gave the list".
    public static String of(List<TriedModel> tried) {
        return tried.stream().map(TriedWords::of).collect(Collectors.joining("; "));
    }

    private static String of(TriedModel one) {
        return ModelWords.name(one.model())
                + switch (one.answer()) {
                    case GAVE -> " gave the list";
                    case NOT_TRAINED -> " is not trained";
                    case NO_CANDIDATES -> " has nothing for this user";
                };
    }
}
