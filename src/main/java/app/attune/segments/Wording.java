package app.attune.segments;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// The plain English of comparisons, values, windows and fields.
final class Wording {
    private Wording() {}

    /// As in "country IS Germany".
    static String of(Comparison comparison) {
        return switch (comparison) {
            case IS -> "is";
            case IS_NOT -> "is not";
            case AT_LEAST -> "is at least";
            case AT_MOST -> "is at most";
            case MORE_THAN -> "is more than";
            case LESS_THAN -> "is less than";
            case BETWEEN -> "is between";
            case CONTAINS -> "contains";
            case STARTS_WITH -> "starts with";
            case IS_MISSING -> "is missing";
            case IS_PRESENT -> "is known";
        };
    }

    /// As in "COUNTRY IS GERMANY OR AUSTRIA".
    static String test(String field, Asked asked) {
        String joined = values(asked.comparison(), asked.values());
        return field(field) + " " + of(asked.comparison()) + (joined.isEmpty() ? "" : " " + joined) + orUnknown(asked);
    }

    /// With a blank in front; empty where a missing value does not match.
    static String orUnknown(Asked asked) {
        return asked.whenMissing() == WhenMissing.YES ? " or is unknown" : "";
    }

    /// As in "AT LEAST 3 view events": an amount before what is counted.
    static String amount(Comparison comparison, List<String> values) {
        String joined = values(comparison, values);
        return switch (comparison) {
            case IS -> "exactly " + joined;
            case IS_NOT -> "other than " + joined;
            case AT_LEAST -> "at least " + joined;
            case AT_MOST -> "at most " + joined;
            case MORE_THAN -> "more than " + joined;
            case LESS_THAN -> "fewer than " + joined;
            case BETWEEN -> "between " + joined;
            case CONTAINS, STARTS_WITH -> of(comparison) + " " + joined;
            case IS_MISSING -> "an unknown number of";
            case IS_PRESENT -> "any number of";
        };
    }

    static String values(Comparison comparison, List<String> values) {
        String last = comparison == Comparison.BETWEEN ? " and " : comparison == Comparison.IS_NOT ? " nor " : " or ";
        return join(values.stream().map(Wording::value).toList(), last);
    }

    static String join(List<String> parts, String last) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + last + parts.getLast();
    }

    /// Numbers grouped, an empty text as two quotes, everything else as it is.
    static String value(String text) {
        OptionalDouble number = Literals.number(text);
        boolean plain = text.matches("-?[1-9]\\d{3,14}(\\.\\d+)?");
        if (number.isPresent() && plain && !text.startsWith("0")) {
            return grouped(new BigDecimal(text));
        }
        return text.isEmpty() ? "\"\"" : text;
    }

    static String grouped(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(number);
    }

    /// A measured number as it is read: at most two decimals, grouped, "-" when missing.
    static String measured(double number) {
        if (Double.isNaN(number)) {
            return "-";
        }
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    /// As in "item category" for `item.category`.
    static String field(String name) {
        return name.startsWith(EventField.ITEM_PREFIX)
                ? "item " + name.substring(EventField.ITEM_PREFIX.length())
                : name;
    }

    /// As in "in the last 7 days", with a blank in front; empty for all time.
    static String window(Window window) {
        return switch (window) {
            case Window.AllTime all -> "";
            case Window.Last last ->
                " in the last "
                        + (last.amount() == 1 ? unit(last.unit(), 1) : last.amount() + " " + unit(last.unit(), 2));
            case Window.Earlier earlier ->
                " more than " + earlier.amount() + " " + unit(earlier.unit(), earlier.amount()) + " ago";
            case Window.Since since -> " since the last " + EventWording.one(since.last());
            case Window.Between between ->
                (between.from().getEpochSecond() <= 0 ? "" : " from " + day(between.from()) + " to") + " before "
                        + day(between.to());
        };
    }

    /// As in "within 24 hours", with a blank in front; empty for any time.
    static String within(Within within) {
        return switch (within) {
            case Within.AnyTime any -> "";
            case Within.Span span -> " within " + span.amount() + " " + unit(span.unit(), span.amount());
        };
    }

    private static String day(java.time.Instant time) {
        String text = time.toString();
        return text.endsWith("T00:00:00Z") ? text.substring(0, text.length() - "T00:00:00Z".length()) : text;
    }

    static String unit(Window.Unit unit, int amount) {
        String plural = unit.name().toLowerCase(Locale.ROOT);
        return amount == 1 ? plural.substring(0, plural.length() - 1) : plural;
    }
}
