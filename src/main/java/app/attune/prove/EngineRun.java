package app.attune.prove;

import app.attune.core.Problem;
import java.util.List;
import java.util.Optional;

/// What became of one engine.
///
/// @param version     as the engine says; empty if it did not run
/// @param runtime     what it runs on, as the engine says
/// @param differing   cases with at least one flag that is not as the bundle decides
/// @param differences the first of them
/// @param problem     why it did not run, or not to its end
public record EngineRun(
        String engine,
        String target,
        String version,
        String runtime,
        int cases,
        int differing,
        List<FlagDifference> differences,
        Optional<Problem> problem) {
    public EngineRun {
        differences = List.copyOf(differences);
    }

    /// One case that an engine decides otherwise.
    ///
    /// @param flag    empty if the engine gave no answer at all
    /// @param context that the engine was given, as JSON
    public record FlagDifference(CaseKind kind, String flag, String expected, String got, String context) {}

    public boolean agrees() {
        return problem.isEmpty() && differing == 0;
    }

    static EngineRun notRun(Engine engine, Problem problem) {
        return new EngineRun(engine.name(), engine.target(), "", "", 0, 0, List.of(), Optional.of(problem));
    }
}
