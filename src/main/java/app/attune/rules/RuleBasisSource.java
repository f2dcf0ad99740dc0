package app.attune.rules;

import app.attune.core.Progress;

/// Gathers what rules are judged against from the workspace as it stands.
@FunctionalInterface
public interface RuleBasisSource {
    RuleBasis load(Progress progress);
}
