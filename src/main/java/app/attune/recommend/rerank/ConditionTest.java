package app.attune.recommend.rerank;

import app.attune.core.ProblemException;
import app.attune.core.WrittenNumber;
import app.attune.recommend.rerank.RerankItems.Attribute;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Whether items meet a condition.
final class ConditionTest {
    private final Step.Only only;
    private final Attribute attribute;
    private final double wanted;
    private final int code;

    /// @throws ProblemException `rerank.not-a-number` where something is compared that has no order
    ConditionTest(Step.Only only, Attribute attribute) {
        this.only = only;
        this.attribute = attribute;
        this.wanted = number(only.value());
        this.code = attribute.code(only.value());
        boolean isOrdered = only.test() != Step.Test.EQUAL && only.test() != Step.Test.OTHER;
        if (isOrdered && Double.isNaN(wanted)) {
            throw ProblemException.of(
                    "rerank.not-a-number",
                    "Can't compare " + only.attribute() + " with \"" + only.value() + "\": it is neither a number nor a"
                            + " date.",
                    "Give a number or a date such as 2026-10-01, or compare with = or !=.");
        }
    }

    /// A number or an ISO date (UTC), as milliseconds; NaN for anything else.
    static double number(String text) {
        return WrittenNumber.of(text).orElseGet(() -> date(text));
    }

    private static double date(String text) {
        try {
            return text.length() > "2026-10-01".length()
                    ? Instant.parse(text).toEpochMilli()
                    : LocalDate.parse(text)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
        } catch (DateTimeException notDate) {
            return Double.NaN;
        }
    }

    boolean isMet(int itemIdx) {
        if (attribute.isMissing(itemIdx)) {
            return only.missing() == Step.Missing.IN;
        }
        double number = attribute.numbers()[itemIdx];
        return switch (only.test()) {
            case EQUAL -> isEqual(itemIdx, number);
            case OTHER -> !isEqual(itemIdx, number);
            case ABOVE -> number > wanted;
            case AT_LEAST -> number >= wanted;
            case BELOW -> number < wanted;
            case AT_MOST -> number <= wanted;
        };
    }

    private boolean isEqual(int itemIdx, double number) {
        return attribute.has(itemIdx, code) || number == wanted;
    }

    /// What the item has in place of what is wanted.
    String found(int itemIdx) {
        return attribute.isMissing(itemIdx)
                ? attribute.name() + " is missing"
                : attribute.name() + " is " + attribute.shown(itemIdx);
    }
}
