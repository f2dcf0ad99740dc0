package app.attune.rules;

import java.util.List;
import java.util.stream.Collectors;

/// Examples of a rule in words.
public final class ExampleWords {
    private static final int LISTED = 3;

    private ExampleWords() {}

    /// "applies to u1, not to u2".
    public static String of(List<RuleAbout.Example> examples) {
        if (examples.isEmpty()) {
            return "none";
        }
        String first = examples.stream().limit(LISTED).map(ExampleWords::of).collect(Collectors.joining(", "));
        return examples.size() <= LISTED ? first : first + " and " + (examples.size() - LISTED) + " more";
    }

    private static String of(RuleAbout.Example example) {
        return (example.expected() == RuleAbout.Expected.APPLIES ? "applies to " : "not to ") + example.user();
    }
}
