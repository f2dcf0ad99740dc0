package app.attune.events;

import app.attune.events.read.ColumnProfile;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.TimeFormat;
import java.util.List;
import java.util.Optional;

/// The mapping of a shop's invoice lines as in the public Online Retail data: cancellations are returns, lines without
/// a positive quantity and price are adjustments, the rest are purchases worth quantity times unit price.
final class OnlineRetailGuess {
    private static final List<String> COLUMNS =
            List.of("InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID");

    private OnlineRetailGuess() {}

    static Optional<Mapping> of(ImportPreview preview) {
        if (!preview.columnNames().containsAll(COLUMNS)) {
            return Optional.empty();
        }
        List<MappedColumn> columns =
                preview.columns().stream().map(OnlineRetailGuess::mapped).toList();
        List<TypeRule> rules = List.of(
                new TypeRule("InvoiceNo", TypeRule.Test.STARTS_WITH, "C", "return"),
                new TypeRule("Quantity", TypeRule.Test.AT_MOST, "0", "adjustment"),
                new TypeRule("UnitPrice", TypeRule.Test.AT_MOST, "0", "adjustment"));
        TimeFormat time = preview.columns().stream()
                .filter(profile -> profile.name().equals("InvoiceDate"))
                .flatMap(profile -> profile.time().stream())
                .findFirst()
                .orElse(TimeFormat.iso());
        return Optional.of(new Mapping(
                Mapping.VERSION,
                RowKind.EVENTS,
                columns,
                "purchase",
                rules,
                List.of("Quantity", "UnitPrice"),
                time,
                UserIdForm.WHOLE_NUMBER));
    }

    private static MappedColumn mapped(ColumnProfile profile) {
        String column = profile.name();
        return switch (column) {
            case "CustomerID" -> MappedColumn.of(column, ColumnRole.USER);
            case "InvoiceDate" -> MappedColumn.of(column, ColumnRole.TIME);
            case "StockCode" -> MappedColumn.of(column, ColumnRole.ITEM);
            case "InvoiceNo" -> new MappedColumn(column, ColumnRole.PROPERTY, "order_id", FieldType.TEXT);
            case "Quantity" -> new MappedColumn(column, ColumnRole.PROPERTY, "quantity", FieldType.NUMBER);
            case "UnitPrice" -> new MappedColumn(column, ColumnRole.PROPERTY, "unit_price", FieldType.NUMBER);
            default ->
                new MappedColumn(
                        column, ColumnRole.PROPERTY, MappingGuess.keptName(column), MappingGuess.fieldType(profile));
        };
    }
}
