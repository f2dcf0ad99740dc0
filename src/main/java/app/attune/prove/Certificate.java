package app.attune.prove;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/// What was asked of which engines, and what came of it.
///
/// @param bundleHash SHA-256 of the bundle's checksums
/// @param cases      by kind
/// @param flags      of each case
public record Certificate(
        String bundle,
        String bundleHash,
        Instant at,
        long seed,
        SortedMap<CaseKind, Integer> cases,
        int flags,
        List<EngineRun> runs) {
    public Certificate {
        runs = List.copyOf(runs);
    }

    /// Whether every engine that was asked ran to its end and decides as the bundle.
    public boolean isProved() {
        return !runs.isEmpty() && runs.stream().allMatch(EngineRun::agrees);
    }

    public int allCases() {
        return cases.values().stream().mapToInt(Integer::intValue).sum();
    }
}
