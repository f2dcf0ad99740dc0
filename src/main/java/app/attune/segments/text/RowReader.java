package app.attune.segments.text;

import app.attune.segments.AttributeCondition;
import app.attune.segments.BucketCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.RankCondition;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentId;
import app.attune.segments.UserListCondition;
import java.util.List;
import java.util.Optional;

/// Reads one row.
final class RowReader {
    private static final double PERCENT = 100;

    private final TextCursor row;
    private final TestReader tests;
    private final EventReader events;

    RowReader(TextCursor row) {
        this.row = row;
        tests = new TestReader(row);
        events = new EventReader(row, tests);
    }

    Condition row() {
        Condition condition = condition();
        row.end();
        return condition;
    }

    private Condition condition() {
        if (row.takes("id")) {
            return listed();
        }
        if (row.takes("no consent to")) {
            return new ConsentCondition(row.name("a purpose"), ConsentCondition.Consented.NOT_GRANTED);
        }
        if (row.takes("consent to")) {
            return new ConsentCondition(row.name("a purpose"), ConsentCondition.Consented.GRANTED);
        }
        if (row.takes("random part")) {
            return bucket();
        }
        if (row.takes("segment")) {
            return reference();
        }
        if (row.takes("top")) {
            return rank(RankCondition.Rank.TOP);
        }
        if (row.takes("bottom")) {
            return rank(RankCondition.Rank.BOTTOM);
        }
        return events.measured().<Condition>map(this::compared).orElseGet(this::attribute);
    }

    private EventCondition compared(RankCondition.Ranked.Events measured) {
        TestReader.Test test = tests.test();
        return measured.condition().with(test.comparison(), test.values()).with(test.missing());
    }

    private AttributeCondition attribute() {
        String name = row.name("a row (the name of an attribute, \"count of\", \"segment\" or another start of one)");
        TestReader.Test test = tests.test();
        return new AttributeCondition(name, test.comparison(), test.values(), test.missing());
    }

    private UserListCondition listed() {
        TestReader.Test test = tests.test();
        if (test.comparison() == Comparison.IS) {
            return new UserListCondition(UserListCondition.Listed.IS, test.values());
        }
        if (test.comparison() == Comparison.IS_NOT) {
            return new UserListCondition(UserListCondition.Listed.IS_NOT, test.values());
        }
        throw row.wrong(
                "\"is\" or \"is not\" after \"id\"",
                "List the ids of users; an attribute of that name stands in quotation marks: \"id\".");
    }

    private BucketCondition bucket() {
        double from = percent();
        row.needs("to");
        double to = percent();
        if (to < from) {
            throw row.wrong("the end of the part", "Write the smaller number first.");
        }
        row.needs("of");
        return new BucketCondition(row.name("a text that shuffles"), from, to);
    }

    private SegmentCondition reference() {
        String id = row.name("the id of a segment");
        try {
            return new SegmentCondition(new SegmentId(id));
        } catch (IllegalArgumentException e) {
            throw row.wrong("the id of a segment", "Ids have small letters, digits and hyphens: frequent-buyers.");
        }
    }

    private RankCondition rank(RankCondition.Rank rank) {
        double percent = percent();
        if (percent == 0) {
            throw row.wrong("more than 0%", "Write a percentage above 0%.");
        }
        row.needs("by");
        Optional<RankCondition.Ranked.Events> measured = events.measured();
        RankCondition.Ranked by = measured.isPresent()
                ? measured.get()
                : new RankCondition.Ranked.Attribute(row.name("an attribute or a measure of events"));
        return new RankCondition(rank, percent, by);
    }

    private double percent() {
        String text = row.word()
                .orElseThrow(() -> row.expected("a percentage is", List.of()))
                .text();
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : "";
        if (!digits.matches("\\d{1,9}(\\.\\d{1,400})?") || Double.parseDouble(digits) > PERCENT) {
            throw row.wrong("a percentage from 0% to 100%", "Write it as 10% or 33.3%.");
        }
        return Double.parseDouble(digits);
    }
}
