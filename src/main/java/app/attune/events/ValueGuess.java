package app.attune.events;

import app.attune.events.read.AmountText;
import app.attune.events.read.ColumnProfile;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.ImportPreview;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds what events may be worth where no column is mapped to their value: amounts by their names or currencies.
public final class ValueGuess {
    private static final Set<String> AMOUNTS = Set.of(
            "price",
            "amount",
            "revenue",
            "turnover",
            "gmv",
            "spend",
            "sales",
            "gross",
            "brutto",
            "netto",
            "cents",
            "pence",
            "usd",
            "eur",
            "gbp",
            "chf");

    /// These count other things, too, beside another word.
    private static final Set<String> ALONE = Set.of("total", "value", "sum", "net", "summe", "wert", "rating");

    private static final String GERMAN = ".*(preis|betrag|umsatz|gesamtsumme)";
    private static final String OF_ONE = ".*(unit|each|single|einzel|stück|stueck|list|shipping|tax|discount).*";
    private static final Set<String> QUANTITIES =
            Set.of("quantity", "qty", "menge", "anzahl", "units", "count", "pieces", "stueck", "stück");
    private static final Set<String> PURCHASES = Set.of(
            "purchase",
            "purchased",
            "buy",
            "bought",
            "order",
            "ordered",
            "orderplaced",
            "ordercompleted",
            "checkoutcompleted",
            "sale",
            "transaction",
            "payment",
            "kauf",
            "gekauft",
            "bestellung",
            "bestellt");

    private final Mapping mapping;
    private final ImportPreview preview;

    private ValueGuess(Mapping mapping, ImportPreview preview) {
        this.mapping = mapping;
        this.preview = preview;
    }

    /// The mapping of events with the one column of amounts as their value, if some are purchases and it has none. What
    /// seems to be in cents is left to whoever knows.
    static Mapping in(Mapping mapping, ImportPreview preview) {
        return new ValueGuess(mapping, preview)
                .only()
                .map(column -> mapping.with(column.as(ColumnRole.VALUE)))
                .orElse(mapping);
    }

    /// Columns that may be the value of events that have none; empty where they have.
    static List<String> missed(Mapping mapping, ImportPreview preview) {
        return new ValueGuess(mapping, preview)
                .amounts().stream().map(MappedColumn::column).toList();
    }

    /// "preis is the value of events, as the only column of amounts: check that it is." Empty where its name says so.
    public static Optional<String> sentence(Mapping mapping, ImportPreview preview) {
        return mapping.withRole(ColumnRole.VALUE).stream()
                .filter(column -> !RoleNames.NAMES
                        .getOrDefault(ColumnRole.VALUE, List.of())
                        .contains(MappingGuess.simple(column.column())))
                .filter(column -> new ValueGuess(mapping.with(column.as(ColumnRole.PROPERTY)), preview)
                        .only()
                        .isPresent())
                .map(column ->
                        column.column() + " is the value of events, as the only column of amounts: check that it is.")
                .findFirst();
    }

    private Optional<MappedColumn> only() {
        List<MappedColumn> amounts = amounts();
        boolean ofOne = amounts.stream()
                        .map(MappedColumn::column)
                        .anyMatch(name -> lower(name).matches(OF_ONE)
                                || AmountUnit.namedBy(name).isPresent())
                || preview.columnNames().stream().anyMatch(name -> QUANTITIES.contains(lower(name)));
        return amounts.size() == 1 && !ofOne && hasPurchases() ? Optional.of(amounts.getFirst()) : Optional.empty();
    }

    private List<MappedColumn> amounts() {
        boolean valued = mapping.columnOf(ColumnRole.VALUE).isPresent()
                || !mapping.valueFactors().isEmpty();
        return mapping.rows() != RowKind.EVENTS || valued
                ? List.of()
                : mapping.withRole(ColumnRole.PROPERTY).stream()
                        .filter(column -> isAmount(column.column()))
                        .toList();
    }

    private boolean isAmount(String column) {
        int position = preview.columnNames().indexOf(column);
        if (position < 0 || preview.columns().get(position).isEmpty()) {
            return false;
        }
        ColumnProfile profile = preview.columns().get(position);
        List<String> values =
                preview.rows().stream().map(row -> row.get(position)).toList();
        boolean numbers = profile.time().isEmpty() && (profile.type().isNumber() || AmountText.areMost(values));
        return numbers && (isNamed(column) || haveCurrencies(values));
    }

    private static boolean isNamed(String column) {
        String name = lower(column);
        return ALONE.contains(name)
                || name.matches(GERMAN)
                || Arrays.stream(MappingGuess.keptName(column).split("[_.]")).anyMatch(AMOUNTS::contains);
    }

    /// Most of the values that are there.
    private static boolean haveCurrencies(List<String> values) {
        List<String> present = values.stream().filter(text -> !text.isBlank()).toList();
        long signed = present.stream()
                .filter(text -> Arrays.stream(DecimalMark.values())
                        .flatMap(mark -> AmountText.parse(text, mark).stream())
                        .anyMatch(amount -> !amount.currency().isEmpty()))
                .count();
        return signed * 2 > present.size();
    }

    private boolean hasPurchases() {
        int type = mapping.columnOf(ColumnRole.TYPE)
                .map(preview.columnNames()::indexOf)
                .orElse(-1);
        return PURCHASES.contains(plain(mapping.constantType()))
                || mapping.typeRules().stream().anyMatch(rule -> PURCHASES.contains(plain(rule.type())))
                || (type >= 0 && preview.rows().stream().anyMatch(row -> PURCHASES.contains(plain(row.get(type)))));
    }

    private static String plain(String type) {
        return lower(type).replaceAll("[^\\p{L}]", "");
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
