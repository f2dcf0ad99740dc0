package app.attune.rules;

import app.attune.core.ProblemException;
import app.attune.core.Require;

/// The name of a branch or a tag: lower-case letters, digits, hyphens and dots, as in `black-friday-2026`.
public record VersionName(String value) implements Comparable<VersionName> {
    private static final String FORM = "[a-z0-9][a-z0-9.-]{0,63}";

    public VersionName {
        Require.that(value.matches(FORM), "A name has letters, digits, hyphens and dots: " + value);
    }

    /// @throws ProblemException `rules.bad-name` saying what names look like
    public static VersionName typed(String text) {
        if (!text.matches(FORM)) {
            throw ProblemException.of(
                    "rules.bad-name",
                    "\"" + text + "\" cannot be the name of a branch or tag.",
                    "Use up to 64 lower-case letters, digits, hyphens and dots, as in black-friday-2026.");
        }
        return new VersionName(text);
    }

    @Override
    public int compareTo(VersionName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
