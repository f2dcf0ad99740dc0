package app.attune.rules.replay;

import app.attune.core.Problem;
import app.attune.core.TimeWindow;
import app.attune.events.EventFrame;
import app.attune.events.sessions.Sessions;
import app.attune.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a replay cannot know of how often rules were shown.
final class CapNotes {
    private CapNotes() {}

    static List<Problem> of(Outcomes outcomes, EventFrame events, TimeWindow period) {
        List<Problem> notes = new ArrayList<>();
        List<Rule> capped = outcomes.capped();
        boolean cut = events.span()
                .filter(span -> span.from().isBefore(period.from()))
                .isPresent();
        if (cut && !capped.isEmpty()) {
            notes.add(new Problem(
                    "replay.caps",
                    "Caps count from the beginning of the period: nobody was shown anything before it, so "
                            + names(capped) + " may fire more often in its first days than it would have.",
                    "Begin the period earlier by as much as the caps look back."));
        }
        if (outcomes.readsVisits() && events.property(Sessions.NUMBER).isEmpty()) {
            notes.add(new Problem(
                    "replay.no-visits",
                    "These events are not divided into sessions, so caps per visit are never reached.",
                    "Say what a visit is when the events are imported, or cap by hours instead."));
        }
        return notes;
    }

    private static String names(List<Rule> rules) {
        return rules.stream().map(rule -> "\u201c" + rule.name() + "\u201d").collect(Collectors.joining(", "));
    }
}
