package app.attune.rules.ui;

import app.attune.rules.RuleTestStore;
import app.attune.rules.TestedDecisions;
import app.attune.rules.replay.ComparedLists;
import app.attune.rules.versions.VersionMarks;
import java.util.function.Supplier;

/// What is kept about versions of rules, and what tests them.
///
/// @param decisions a fresh desk for each run of the tests
/// @param lists     that versions make
public record VersionDesk(
        VersionMarks marks, RuleTestStore tests, Supplier<TestedDecisions> decisions, ComparedLists lists) {}
