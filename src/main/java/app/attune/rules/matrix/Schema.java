package app.attune.rules.matrix;

import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.DateColumn;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.profiles.ConsentBasis;
import app.attune.profiles.Population;
import app.attune.segments.FieldKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What users and events of the data have, whoever they are: the attributes and fields there are and what they hold.
///
/// @param attributes of users
/// @param fields     further columns of events
/// @param items      attributes of items
/// @param basis      what is declared of users whose consent is not known
/// @param moment     which consents attributes hold
/// @param asOf       the point in time that windows count from
public record Schema(
        Map<String, FieldKind> attributes,
        Map<String, FieldKind> fields,
        Map<String, FieldKind> items,
        ConsentBasis basis,
        Moment moment,
        Instant asOf) {
    /// How the time looked at stands to the data.
    public enum Moment {
        /// Nothing is known to have happened later: the attribute of a consent holds what counts.
        NEWEST,
        /// A refusal that came later counts, but the attribute need not hold it.
        EARLIER
    }

    public Schema {
        attributes = Map.copyOf(attributes);
        fields = Map.copyOf(fields);
        items = Map.copyOf(items);
    }

    /// Of data that has nothing.
    static Schema empty() {
        return new Schema(Map.of(), Map.of(), Map.of(), ConsentBasis.NONE, Moment.NEWEST, Instant.EPOCH);
    }

    /// Of a population.
    public static Schema of(Population population, Instant asOf) {
        return new Schema(
                kinds(population.attributes()),
                kinds(population.events().properties()),
                kinds(population.events().catalogue()),
                population.consents().basis(),
                asOf.isBefore(population.defaultAsOf()) ? Moment.EARLIER : Moment.NEWEST,
                asOf);
    }

    private static Map<String, FieldKind> kinds(ColumnTable table) {
        return kinds(table.columns());
    }

    private static Map<String, FieldKind> kinds(List<Column> columns) {
        Map<String, FieldKind> kinds = new TreeMap<>();
        columns.forEach(column -> kinds.put(column.name(), kind(column)));
        return kinds;
    }

    private static FieldKind kind(Column column) {
        return switch (column) {
            case TextColumn text -> FieldKind.TEXT;
            case NumberColumn number -> FieldKind.NUMBER;
            case DateColumn date -> FieldKind.DATE;
        };
    }

    /// Whether what counts of a purpose is what its attribute says.
    boolean holdsConsent(String purpose) {
        return moment == Moment.NEWEST && attributes.containsKey(consentAttribute(purpose));
    }

    static String consentAttribute(String purpose) {
        return Population.CONSENT_PREFIX + purpose;
    }
}
