package app.attune.rules.matrix;

import app.attune.segments.AttributeCondition;
import app.attune.segments.BucketCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldKind;
import app.attune.segments.RankCondition;
import app.attune.segments.SegmentCondition;
import app.attune.segments.UserCondition;
import app.attune.segments.UserListCondition;
import app.attune.segments.WhenMissing;
import java.util.List;

/// What a row asks about: rows about one subject are answered together by one value of it.
sealed interface Subject {
    /// An attribute of the user, consent included where an attribute holds it.
    record Attribute(String name) implements Subject {}

    /// A measure of the user's events.
    ///
    /// @param row which any value passes
    record Measured(EventCondition row) implements Subject {
        boolean isNumber() {
            return row.measure().kind() == FieldKind.NUMBER;
        }
    }

    /// Who the user is.
    record Person() implements Subject {}

    /// Where the user falls for a salt.
    record Bucket(String salt) implements Subject {}

    /// Whether the user agrees to a purpose, where no attribute is sure to hold it.
    record Consent(String purpose) implements Subject {}

    /// Where the user ranks, from above and from below.
    record Ranking(RankCondition.Ranked by) implements Subject {}

    /// What a request can give.
    enum Part {
        PLACEMENT,
        DEVICE,
        BASKET,
        TOTAL,
        TIME,
        CAP
    }

    /// A part of the request.
    ///
    /// @param rule whose cap it is; of other parts empty
    record Asked(Part part, String rule) implements Subject {}

    /// Of a row.
    static Subject of(Condition row, Schema schema) {
        if (row instanceof AttributeCondition attribute) {
            return new Attribute(attribute.attribute());
        }
        if (row instanceof EventCondition events) {
            return new Measured(measured(events));
        }
        return of((UserCondition) row, schema);
    }

    private static Subject of(UserCondition row, Schema schema) {
        return switch (row) {
            case UserListCondition list -> new Person();
            case BucketCondition bucket -> new Bucket(bucket.salt());
            case RankCondition rank -> new Ranking(rank.by());
            case ConsentCondition consent -> {
                String purpose = consent.purpose();
                yield schema.holdsConsent(purpose)
                        ? new Attribute(Schema.consentAttribute(purpose))
                        : new Consent(purpose);
            }
            case SegmentCondition segment -> throw new IllegalArgumentException("Not resolved: " + segment.segment());
        };
    }

    private static EventCondition measured(EventCondition row) {
        return new EventCondition(
                row.types().stream().distinct().sorted().toList(),
                row.where(),
                row.near(),
                row.measure(),
                row.window(),
                Comparison.IS_PRESENT,
                List.of(),
                WhenMissing.NO);
    }
}
