package app.attune.decide;

import app.attune.core.UserId;
import app.attune.recommend.HistoryItem;
import app.attune.rules.Personalisation;
import app.attune.segments.SegmentId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What a decision follows from besides the setup.
///
/// @param memberOf  the segments the user is in, sorted by id
/// @param histories what a model looks at, by its kind
record DecisionCase(
        UserId user,
        Set<SegmentId> memberOf,
        Personalisation personalisation,
        Function<String, List<HistoryItem>> histories) {
    DecisionCase {
        memberOf = Collections.unmodifiableSet(new LinkedHashSet<>(memberOf));
    }
}
