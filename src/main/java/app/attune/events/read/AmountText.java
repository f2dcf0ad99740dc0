package app.attune.events.read;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An amount of money as files write it: a number, maybe with a currency's sign or ISO 4217 code before or behind it,
/// and with blanks or apostrophes between groups of three digits.
///
/// @param currency empty where none is written
public record AmountText(double number, String currency) {
    private static final Pattern WRITTEN = Pattern.compile("(?<sign>[+-]?)\\s*(?<before>\\p{Sc}|[A-Z]{3})?\\s*"
            + "(?<number>[+-]?\\d[\\d.,'\\u2019\\u00A0\\u202F ]*?)\\s*(?<after>\\p{Sc}|[A-Z]{3})?");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?\\d{1,3}(['\\u2019\\u00A0\\u202F ]\\d{3})+([.,]\\d+)?");
    private static final Pattern BELOW =
            Pattern.compile("(?<sign>\\p{Sc}|[A-Z]{3})?\\s*\\((?<inside>[^()+-]+)\\)|(?<front>[^()+-]*\\d[^()+-]*)-");
    private static final int LONGEST = 64;
    private static final String SEPARATORS = "['\\u2019\\u00A0\\u202F ]";
    private static final Map<String, String> CODES_OF_SIGNS = Map.of("€", "EUR", "£", "GBP", "₹", "INR", "₽", "RUB");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /// Empty if the text is no amount.
    public static Optional<AmountText> parse(String text, DecimalMark mark) {
        OptionalDouble plain = NumberText.parse(text, mark);
        return plain.isPresent() ? Optional.of(new AmountText(plain.getAsDouble(), "")) : signed(text.strip(), mark);
    }

    /// In books what is below zero stands in brackets, or with the sign behind it.
    private static Optional<AmountText> signed(String text, DecimalMark mark) {
        Matcher below = text.length() > LONGEST ? BELOW.matcher("") : BELOW.matcher(text);
        if (!below.matches()) {
            return written(text, mark);
        }
        String before = Objects.requireNonNullElse(below.group("sign"), "");
        String inside = Objects.requireNonNullElseGet(below.group("inside"), () -> below.group("front"));
        return written(before + inside.strip(), mark).map(amount -> new AmountText(-amount.number, amount.currency));
    }

    /// The number of an amount with a decimal point and no grouping, or empty text if it is none.
    public static String plain(String text, DecimalMark mark) {
        String number = NumberText.plain(text, mark);
        return number.isEmpty()
                ? signed(text.strip(), mark)
                        .map(AmountText::number)
                        .map(BigDecimal::valueOf)
                        .map(BigDecimal::toPlainString)
                        .orElse("")
                : number;
    }

    /// Whether nearly all of the texts that are not blank are amounts, with either mark: all but one in ten, or but
    /// one, such as a name above them.
    public static boolean areMost(Collection<String> texts) {
        List<String> present = texts.stream().filter(text -> !text.isBlank()).toList();
        long others = present.stream()
                .filter(text -> Arrays.stream(DecimalMark.values())
                        .noneMatch(mark -> parse(text, mark).isPresent()))
                .count();
        return others <= Math.max(1, present.size() / 10) && others < present.size();
    }

    private static Optional<AmountText> written(String text, DecimalMark mark) {
        Matcher parts = WRITTEN.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        String before = code(parts.group("before"));
        String after = code(parts.group("after"));
        String number = parts.group("sign") + parts.group("number");
        String ungrouped = GROUPED.matcher(number).matches() ? number.replaceAll(SEPARATORS, "") : number;
        boolean known = isCurrency(before) && isCurrency(after) && (before.isEmpty() || after.isEmpty());
        OptionalDouble value = known ? NumberText.parse(ungrouped, mark) : OptionalDouble.empty();
        return value.isPresent() ? Optional.of(new AmountText(value.getAsDouble(), before + after)) : Optional.empty();
    }

    private static String code(@Nullable String written) {
        return written == null ? "" : CODES_OF_SIGNS.getOrDefault(written, written);
    }

    private static boolean isCurrency(String code) {
        return code.length() != 3 || CODES.contains(code);
    }
}
