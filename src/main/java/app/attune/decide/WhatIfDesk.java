package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.Column;
import app.attune.events.EventFrame;
import app.attune.events.OneUserFrame;
import app.attune.profiles.OneUser;
import app.attune.profiles.Population;
import app.attune.rules.RequestContext;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.RankCondition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentEvaluator;
import app.attune.segments.SegmentId;
import app.attune.segments.UserListCondition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/// Decides about one user as if something were otherwise. Nothing is stored, models are not trained again, and the
/// place among all users is kept where a segment asks for the highest or lowest, since the others are as they are.
final class WhatIfDesk {
    private final DecisionDesk desk;
    private final int userIdx;
    private final SegmentEvaluator evaluator = new SegmentEvaluator();

    WhatIfDesk(DecisionDesk desk, int userIdx) {
        this.desk = desk;
        this.userIdx = userIdx;
    }

    /// @throws ProblemException `decide.bad-what-if` if the data does not have what it names
    /// @throws java.util.concurrent.CancellationException if nobody wants it any more
    Decision decide(WhatIf change, RequestContext context, Progress progress) {
        Instant asOf = change.asOf().orElse(desk.setup().asOf());
        Population one = population(change, asOf);
        Map<SegmentId, RoaringBitmap> members = new HashMap<>();
        known().forEach(segment -> {
            progress.checkpoint();
            members.put(segment.id(), isIn(segment, one, asOf));
        });
        progress.checkpoint();
        return desk.on(desk.setup().on(one, asOf), members).decide(0, context);
    }

    /// What was kept although others decide it as well, in a sentence; empty where nobody is ranked.
    Optional<String> kept() {
        List<String> ranking = known().filter(segment -> ranks(segment.condition()))
                .map(SegmentDefinition::name)
                .toList();
        return ranking.isEmpty()
                ? Optional.empty()
                : Optional.of("The place among other users was kept as it is, in the segment"
                        + (ranking.size() == 1 ? " " : "s ") + String.join(", ", ranking) + ".");
    }

    private Stream<SegmentDefinition> known() {
        return desk.setup().segments().stream().filter(segment -> desk.knows(segment.id()));
    }

    private RoaringBitmap isIn(SegmentDefinition segment, Population one, Instant asOf) {
        boolean in = evaluator.matches(ranked(segment.condition()), one, asOf, 0);
        return in ? RoaringBitmap.bitmapOf(0) : new RoaringBitmap();
    }

    /// The same condition with this user or anybody else in place of each rank, as the user has it among all.
    private Condition ranked(Condition condition) {
        if (condition instanceof RankCondition rank) {
            return place(rank);
        }
        return Conditions.isGroup(condition)
                ? Conditions.withParts(
                        condition,
                        Conditions.parts(condition).stream().map(this::ranked).toList())
                : condition;
    }

    private UserListCondition place(RankCondition rank) {
        boolean in =
                evaluator.matches(rank, desk.setup().population(), desk.setup().asOf(), userIdx);
        String user = desk.setup().population().events().users().text(userIdx);
        return new UserListCondition(in ? UserListCondition.Listed.IS : UserListCondition.Listed.IS_NOT, List.of(user));
    }

    private static boolean ranks(Condition condition) {
        return condition instanceof RankCondition
                || Conditions.parts(condition).stream().anyMatch(WhatIfDesk::ranks);
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
                    e.getMessage() + ".",
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
