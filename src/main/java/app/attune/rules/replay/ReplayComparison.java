package app.attune.rules.replay;

import app.attune.core.Problem;
import app.attune.core.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What another rule set would have changed over the same period.
///
/// @param decisions  those with another effect
/// @param users      different users among these
/// @param byDay      the decisions by day of the period
/// @param byPart     the decisions by what differs; one may differ in several parts
/// @param examples   some of them, by user, one for each
public record ReplayComparison(
        ReplayReport before,
        ReplayReport after,
        long decisions,
        int users,
        List<Long> byDay,
        Map<Part, Long> byPart,
        List<Example> examples) {
    public ReplayComparison {
        byDay = List.copyOf(byDay);
        byPart = Map.copyOf(byPart);
        examples = List.copyOf(examples);
    }

    /// Those of both rule sets, each once.
    public List<Problem> notes() {
        return Stream.concat(before.notes().stream(), after.notes().stream())
                .distinct()
                .toList();
    }

    /// What of a decision can differ.
    public enum Part {
        MODEL,
        OFFER,
        PINS,
        SCORES,
        EXCLUSIONS
    }

    /// A decision that differs.
    public record Example(UserId user, Instant at, Effect before, Effect after) {}
}
