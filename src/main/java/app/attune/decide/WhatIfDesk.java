package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.events.Column;
import app.attune.events.EventFrame;
import app.attune.events.OneUserFrame;
import app.attune.profiles.OneUser;
import app.attune.profiles.Population;
import app.attune.rules.RequestContext;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.MarkedCondition;
import app.attune.segments.NoneOf;
import app.attune.segments.RankCondition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentEvaluator;
import app.attune.segments.SegmentId;
import app.attune.segments.UserCondition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// Decides about one user as if something were otherwise. Nothing is stored, models are not trained again, and whoever
/// ranks among the highest or lowest of all users stays there, since the others are as they are.
final class WhatIfDesk {
    private final DecisionDesk desk;
    private final int userIdx;

    WhatIfDesk(DecisionDesk desk, int userIdx) {
        this.desk = desk;
        this.userIdx = userIdx;
    }

    /// @throws ProblemException `decide.bad-what-if` if the data does not have what it names
    Decision decide(WhatIf change, RequestContext context) {
        Instant asOf = change.asOf().orElse(desk.setup().asOf());
        Population one = population(change, asOf);
        Map<SegmentId, RoaringBitmap> members = new HashMap<>();
        desk.setup().segments().stream()
                .filter(segment -> desk.knows(segment.id()))
                .forEach(segment -> members.put(segment.id(), isIn(segment, one, asOf)));
        return desk.on(desk.setup().on(one, asOf), members).decide(0, context);
    }

    private RoaringBitmap isIn(SegmentDefinition segment, Population one, Instant asOf) {
        boolean in = ranks(segment.condition())
                ? desk.members(segment.id()).contains(userIdx)
                : new SegmentEvaluator().matches(segment.condition(), one, asOf, 0);
        return in ? RoaringBitmap.bitmapOf(0) : new RoaringBitmap();
    }

    /// Whether others decide as well.
    private static boolean ranks(Condition condition) {
        return switch (condition) {
            case AllOf all -> all.parts().stream().anyMatch(WhatIfDesk::ranks);
            case AnyOf any -> any.parts().stream().anyMatch(WhatIfDesk::ranks);
            case NoneOf none -> none.parts().stream().anyMatch(WhatIfDesk::ranks);
            case MarkedCondition marked -> ranks(marked.part());
            case UserCondition person -> person instanceof RankCondition;
            case AttributeCondition ignored -> false;
            case EventCondition ignored -> false;
        };
    }

    private Population population(WhatIf change, Instant asOf) {
        Population all = desk.setup().population();
        EventFrame frame = all.events();
        List<String> names =
                all.attributes().columns().stream().map(Column::name).toList();
        change.attributes().keySet().forEach(name -> require("attribute", name, names));
        change.events().forEach(event -> {
            require("event type", event.type(), frame.types().texts());
            event.item().map(ItemId::value).ifPresent(item -> requireItem(item, frame));
        });
        List<OneUserFrame.Added> added = change.events().stream()
                .map(event -> new OneUserFrame.Added(asOf.minusSeconds(1), event.type(), event.item(), event.value()))
                .toList();
        try {
            return OneUser.of(all, userIdx, OneUserFrame.of(frame, userIdx, added), change.attributes(), asOf);
        } catch (NumberFormatException | DateTimeException e) {
            throw ProblemException.of(
                    "decide.bad-what-if",
                    "A value does not fit its attribute: " + e.getMessage() + ".",
                    "Write numbers such as 49.90, and dates such as 2026-11-24.");
        }
    }

    private static void require(String what, String name, List<String> there) {
        if (!there.contains(name)) {
            throw ProblemException.of(
                    "decide.bad-what-if",
                    "The data has no " + what + " \u201c" + name + "\u201d.",
                    there.isEmpty() ? "There are none at all." : "There are " + String.join(", ", there) + ".");
        }
    }

    private static void requireItem(String item, EventFrame frame) {
        if (frame.items().find(item).isEmpty()) {
            List<String> near = NearIds.of(frame.items().texts(), item, 3);
            throw ProblemException.of(
                    "decide.bad-what-if",
                    "The data has no item \u201c" + item + "\u201d.",
                    near.isEmpty() ? "Take one of the catalogue." : "Did you mean " + String.join(", ", near) + "?");
        }
    }
}
