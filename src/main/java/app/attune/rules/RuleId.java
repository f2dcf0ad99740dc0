package app.attune.rules;

import app.attune.core.Require;

/// The stable name of a rule in files and traces: lower-case letters, digits and hyphens.
public record RuleId(String value) {
    public RuleId {
        Require.that(value.matches("[a-z0-9][a-z0-9-]{0,63}"), "A rule id has letters, digits and hyphens: " + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
