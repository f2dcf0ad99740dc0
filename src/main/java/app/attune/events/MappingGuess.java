package app.attune.events;

import app.attune.events.read.AmountText;
import app.attune.events.read.ColumnProfile;
import app.attune.events.read.ColumnType;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.NumberText;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A first mapping for a file, from the names and looks of its columns. Every choice is open to change.
public final class MappingGuess {
    private static final String NOT_WHEN = ".*(consent|birth|born|released|expir).*";

    private static final String CONSENT_TIME = "consent.*[_ ](at|time|date|since)([_ ].*)?";

    private static final List<String> NAMED_BY = List.of("id", "no", "code", "sku", "nr", "nummer", "plz", "zip");

    private final ImportPreview preview;
    private final List<ColumnProfile> profiles;
    private final PlainId plainId;

    private MappingGuess(ImportPreview preview) {
        this.preview = preview;
        this.profiles = preview.columns();
        this.plainId = new PlainId(preview);
    }

    /// Roles by name; what no role claims becomes a property of events, or an attribute of users and items.
    public static Mapping of(ImportPreview preview) {
        return OnlineRetailGuess.of(preview)
                .or(() -> Presets.ofLog(preview))
                .orElseGet(() -> ValueGuess.in(ClockGuess.in(new MappingGuess(preview).guess(), preview), preview));
    }

    private Mapping guess() {
        Map<ColumnRole, String> roles = roles();
        RowKind rows = rows(roles);
        dropForeign(roles, rows);
        Map<String, ColumnRole> byColumn = new TreeMap<>();
        roles.forEach((role, column) -> byColumn.put(column, role));
        List<MappedColumn> columns = profiles.stream()
                .map(profile -> mapped(profile, byColumn, rows))
                .toList();
        List<MappedColumn> mapped = timed(columns);
        TimeFormat time = time(roles).or(() -> ofDates(mapped)).orElse(TimeFormat.iso());
        String constant = rows == RowKind.EVENTS && !roles.containsKey(ColumnRole.TYPE) ? constantType(roles) : "";
        return new Mapping(Mapping.VERSION, rows, mapped, constant, List.of(), List.of(), time, userIdForm(roles));
    }

    /// A time belongs to the consent of its name, else to the only one there is, else it is kept like any attribute.
    private static List<MappedColumn> timed(List<MappedColumn> columns) {
        List<String> purposes = columns.stream()
                .filter(column -> column.role() == ColumnRole.CONSENT)
                .map(MappedColumn::name)
                .toList();
        long times = columns.stream()
                .filter(column -> column.role() == ColumnRole.CONSENT_TIME)
                .count();
        return columns.stream()
                .map(column -> {
                    if (column.role() != ColumnRole.CONSENT_TIME || purposes.contains(column.name())) {
                        return column;
                    }
                    return purposes.size() == 1 && times == 1
                            ? new MappedColumn(column.column(), column.role(), purposes.getFirst(), column.type())
                            : timeAttribute(column.column(), column.type());
                })
                .toList();
    }

    private Map<ColumnRole, String> roles() {
        Map<ColumnRole, String> roles = new TreeMap<>();
        RoleNames.NAMES.forEach((role, names) -> names.stream()
                .flatMap(name -> profiles.stream()
                        .filter(profile -> simple(profile.name()).equals(name) && fits(role, profile)))
                .findFirst()
                .ifPresent(profile -> roles.put(role, profile.name())));
        String user = roles.getOrDefault(ColumnRole.USER, "");
        roles.remove(ColumnRole.ANONYMOUS_ID, user);
        if (user.isEmpty() && !roles.containsKey(ColumnRole.ANONYMOUS_ID)) {
            plainId.claim(roles);
        }
        if (!roles.containsKey(ColumnRole.USER) && !roles.containsKey(ColumnRole.ANONYMOUS_ID)) {
            profiles.stream()
                    .filter(profile -> isContact(profile.name()) && !profile.isEmpty())
                    .findFirst()
                    .ifPresent(profile -> roles.put(ColumnRole.USER, profile.name()));
        }
        typeByValues(roles);
        onlyTime(roles);
        return roles;
    }

    private void typeByValues(Map<ColumnRole, String> roles) {
        if (!roles.containsKey(ColumnRole.TYPE)) {
            TypeWords.column(preview, roles.values()).ifPresent(column -> roles.put(ColumnRole.TYPE, column));
        }
    }

    /// Where something happened to an item, or is named, the only column of times says when, whatever its name.
    private void onlyTime(Map<ColumnRole, String> roles) {
        List<String> times = profiles.stream()
                .filter(profile -> profile.type() == ColumnType.DATE_TIME && !roles.containsValue(profile.name()))
                .map(ColumnProfile::name)
                .filter(name -> !name.toLowerCase(Locale.ROOT).matches(NOT_WHEN))
                .toList();
        String type = roles.getOrDefault(ColumnRole.TYPE, "");
        boolean happened = (!type.isEmpty() && TypeWords.holds(preview, type))
                || (roles.containsKey(ColumnRole.ITEM)
                        && (roles.containsKey(ColumnRole.USER) || roles.containsKey(ColumnRole.ANONYMOUS_ID)));
        if (!roles.containsKey(ColumnRole.TIME) && happened && times.size() == 1) {
            roles.put(ColumnRole.TIME, times.getFirst());
        }
    }

    private boolean fits(ColumnRole role, ColumnProfile profile) {
        if (profile.isEmpty()) {
            return false;
        }
        boolean timed = role == ColumnRole.TIME || role == ColumnRole.LOAD_TIME;
        return timed
                ? profile.time().isPresent()
                : role != ColumnRole.VALUE || profile.type().isNumber() || areAmounts(profile);
    }

    private boolean areAmounts(ColumnProfile profile) {
        int position = profiles.indexOf(profile);
        return AmountText.areMost(
                preview.rows().stream().map(row -> row.get(position)).toList());
    }

    private static RowKind rows(Map<ColumnRole, String> roles) {
        if (roles.containsKey(ColumnRole.USER)) {
            boolean happened = roles.containsKey(ColumnRole.TIME) || roles.containsKey(ColumnRole.ITEM);
            return happened ? RowKind.EVENTS : RowKind.USERS;
        }
        return roles.containsKey(ColumnRole.ITEM) && !roles.containsKey(ColumnRole.TIME)
                ? RowKind.ITEMS
                : RowKind.EVENTS;
    }

    private static void dropForeign(Map<ColumnRole, String> roles, RowKind rows) {
        switch (rows) {
            case EVENTS -> {}
            case USERS -> roles.keySet().retainAll(List.of(ColumnRole.USER));
            case ITEMS -> roles.keySet().retainAll(List.of(ColumnRole.ITEM));
        }
    }

    private static MappedColumn mapped(ColumnProfile profile, Map<String, ColumnRole> roles, RowKind rows) {
        String name = keptName(profile.name());
        FieldType type = fieldType(profile);
        ColumnRole role = roles.get(profile.name());
        if (role != null) {
            return new MappedColumn(profile.name(), role, name, type);
        }
        String lower = profile.name().toLowerCase(Locale.ROOT);
        boolean timed = rows != RowKind.ITEMS && lower.matches(CONSENT_TIME);
        if (timed && profile.isEmpty()) {
            return timeAttribute(profile.name(), type);
        }
        if (timed && profile.time().isPresent()) {
            String purpose = keptName(lower.replaceAll("^consent(ed)?|[_ ](at|time|date|since)(?=[_ ]|$)", ""));
            return new MappedColumn(
                    profile.name(), ColumnRole.CONSENT_TIME, purpose.isEmpty() ? "general" : purpose, FieldType.DATE);
        }
        if (rows != RowKind.ITEMS && (lower.startsWith("consent") || lower.endsWith("_consent"))) {
            String purpose = keptName(profile.name().replaceFirst("(?i)^consent|_consent$", ""));
            return new MappedColumn(
                    profile.name(), ColumnRole.CONSENT, purpose.isEmpty() ? "general" : purpose, FieldType.TEXT);
        }
        boolean nested = profile.examples().stream().anyMatch(value -> value.startsWith("[") || value.startsWith("{"));
        // A named column that is empty in the first rows is kept: it may be filled further down.
        boolean nothing = profile.isEmpty() && name.matches("(column_\\d+)?");
        if (nothing || nested) {
            return new MappedColumn(profile.name(), ColumnRole.IGNORED, name, type);
        }
        ColumnRole rest = rows == RowKind.EVENTS ? ColumnRole.PROPERTY : ColumnRole.ATTRIBUTE;
        return new MappedColumn(profile.name(), rest, name, type);
    }

    /// A name that starts as those of consent do would be taken for what users said to a purpose.
    private static MappedColumn timeAttribute(String column, FieldType type) {
        String name = keptName(column).replaceAll("^" + ConsentLog.PREFIX, "time_of_$0");
        return new MappedColumn(column, ColumnRole.ATTRIBUTE, name, type);
    }

    /// Numbers that are names of things, such as order numbers, stay text.
    static FieldType fieldType(ColumnProfile profile) {
        String name = simple(profile.name());
        boolean code = profile.examples().stream().anyMatch(NumberText::isCode);
        if (code || NAMED_BY.stream().anyMatch(name::endsWith)) {
            return FieldType.TEXT;
        }
        return profile.type() == ColumnType.DATE_TIME
                ? FieldType.DATE
                : profile.type().isNumber() ? FieldType.NUMBER : FieldType.TEXT;
    }

    private Optional<TimeFormat> time(Map<ColumnRole, String> roles) {
        return profiles.stream()
                .filter(profile -> profile.name().equals(roles.get(ColumnRole.TIME)))
                .flatMap(profile -> profile.time().stream())
                .findFirst();
    }

    /// How the first dates are written that are not kept as ISO ones are, where no column says when.
    private Optional<TimeFormat> ofDates(List<MappedColumn> columns) {
        List<String> dates = columns.stream()
                .filter(column -> column.role() == ColumnRole.ATTRIBUTE && column.type() == FieldType.DATE)
                .map(MappedColumn::column)
                .toList();
        return profiles.stream()
                .filter(profile -> dates.contains(profile.name()))
                .flatMap(profile -> profile.time().stream())
                .filter(time -> time.kind() == TimeKind.PATTERN)
                .findFirst();
    }

    private UserIdForm userIdForm(Map<ColumnRole, String> roles) {
        boolean withPoint = profiles.stream()
                .anyMatch(profile -> profile.name().equals(roles.get(ColumnRole.USER))
                        && profile.type() == ColumnType.WHOLE_WITH_POINT);
        boolean contact = isContact(roles.getOrDefault(ColumnRole.USER, ""));
        return withPoint ? UserIdForm.WHOLE_NUMBER : contact ? UserIdForm.IGNORING_CASE : UserIdForm.AS_WRITTEN;
    }

    /// Whether a column holds e-mail addresses, or telephone numbers, by its name: they name a user where no id does.
    public static boolean isContact(String column) {
        return RoleNames.CONTACTS.contains(simple(column));
    }

    private static String constantType(Map<ColumnRole, String> roles) {
        String value = simple(roles.getOrDefault(ColumnRole.VALUE, ""));
        return switch (value) {
            case "rating" -> "rating";
            case "amount", "revenue", "total", "sales", "price", "dollarvalue" -> "purchase";
            default -> "event";
        };
    }

    /// Letters and digits only, lower case; what follows a colon is a type in some formats and left out.
    static String simple(String column) {
        int colon = column.indexOf(':');
        String name = colon > 0 ? column.substring(0, colon) : column;
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /// A name to keep values under: `Unit Price` and `unitPrice` become `unit_price`.
    static String keptName(String column) {
        int colon = column.indexOf(':');
        String name = colon > 0 ? column.substring(0, colon) : column;
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}.]+", "_")
                .replaceAll("^_+|_+$", "");
    }
}
