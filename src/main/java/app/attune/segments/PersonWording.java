package app.attune.segments;

import app.attune.core.Listed;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;

/// The plain English of rows about users as a whole.
final class PersonWording {
    private static final int LISTED = 3;

    private PersonWording() {}

    /// To stand after "users".
    ///
    /// @param names what a segment is called
    static String row(UserCondition row, Function<SegmentId, String> names) {
        return switch (row) {
            case UserListCondition list ->
                "whose id is " + (list.listed() == UserListCondition.Listed.IS ? "" : "not ") + "one of " + ids(list);
            case BucketCondition bucket -> "who are in " + bucket(bucket);
            case ConsentCondition consent ->
                consent.consented() == ConsentCondition.Consented.GRANTED
                        ? "who agree to " + consent.purpose()
                        : "who have not agreed to " + consent.purpose();
            case RankCondition rank -> "who are in " + rank(rank);
            case SegmentCondition segment -> "who are in the segment " + names.apply(segment.segment());
        };
    }

    /// What was looked at, as in "consent to mail".
    static String subject(UserCondition row) {
        return switch (row) {
            case UserListCondition list ->
                (list.listed() == UserListCondition.Listed.IS ? "id is" : "id is not") + " one of " + ids(list);
            case BucketCondition bucket -> "is in " + bucket(bucket);
            case ConsentCondition consent ->
                consent.consented() == ConsentCondition.Consented.GRANTED
                        ? "agrees to " + consent.purpose()
                        : "has not agreed to " + consent.purpose();
            case RankCondition rank -> "is in " + rank(rank);
            case SegmentCondition segment -> "is in the segment " + segment.segment();
        };
    }

    private static String ids(UserListCondition list) {
        if (list.ids().isEmpty()) {
            return "no users";
        }
        return list.ids().size() > LISTED ? Listed.first(LISTED, list.ids()) : Wording.join(list.ids(), " or ");
    }

    private static String bucket(BucketCondition bucket) {
        return "the random part " + percent(bucket.from()) + " to " + percent(bucket.to()) + " of " + bucket.salt();
    }

    private static String rank(RankCondition rank) {
        String by = switch (rank.by()) {
            case RankCondition.Ranked.Attribute one -> one.attribute();
            case RankCondition.Ranked.Events events -> counted(events.condition());
        };
        return "the " + rank.rank().name().toLowerCase(Locale.ROOT) + " " + percent(rank.percent()) + " by " + by;
    }

    private static String counted(EventCondition events) {
        String measured = EventWording.measured(events);
        return events.measure() instanceof Measure.Count ? "number of " + measured : measured;
    }

    private static String percent(double percent) {
        return Wording.grouped(BigDecimal.valueOf(percent)) + "%";
    }
}
