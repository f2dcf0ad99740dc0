package app.attune.events.quality;

import app.attune.core.Require;

/// A check with the name an analyst gave it.
public record Expectation(String name, Check check) {
    public Expectation {
        name = Require.notBlank(name, "An expectation's name").strip();
    }
}
