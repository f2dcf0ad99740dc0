package app.attune.rules;

import app.attune.core.Listed;
import java.util.List;

/// Examples of a rule in words.
public final class ExampleWords {
    private static final int LISTED = 3;

    private ExampleWords() {}

    /// "applies to u1, not to u2".
    public static String of(List<RuleAbout.Example> examples) {
        if (examples.isEmpty()) {
            return "none";
        }
        return Listed.first(LISTED, examples.stream().map(ExampleWords::of).toList());
    }

    private static String of(RuleAbout.Example example) {
        return (example.expected() == RuleAbout.Expected.APPLIES ? "applies to " : "not to ") + example.user();
    }
}
