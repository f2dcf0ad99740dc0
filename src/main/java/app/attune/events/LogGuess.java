package app.attune.events;

import app.attune.events.read.ColumnProfile;
import app.attune.events.read.FileKind;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.log.FieldNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The mapping of a server log: who is signed in is the user, else the address stands for an unknown one; the path is
/// the item, and what was delivered to known robots is left out.
final class LogGuess {
    private static final Map<String, ColumnRole> ROLES = Map.of(
            FieldNames.USER,
            ColumnRole.USER,
            FieldNames.HOST,
            ColumnRole.ANONYMOUS_ID,
            FieldNames.TIME,
            ColumnRole.TIME,
            FieldNames.EVENT,
            ColumnRole.TYPE,
            FieldNames.PATH,
            ColumnRole.ITEM);

    private static final Set<String> IGNORED = Set.of("ident", "protocol", "cookie", "cs_cookie");
    private static final Set<String> NUMBERS =
            Set.of("bytes", "bytes_sent", "bytes_received", "micros", "seconds", "time_taken");

    private LogGuess() {}

    static Optional<Mapping> of(ImportPreview preview) {
        FileKind kind = preview.format().kind();
        if (kind != FileKind.LOG && kind != FileKind.W3C_LOG) {
            return Optional.empty();
        }
        List<String> names = preview.columnNames();
        TimeFormat time = preview.columns().stream()
                .filter(profile -> profile.name().equals(FieldNames.TIME))
                .flatMap(profile -> profile.time().stream())
                .findFirst()
                .orElse(TimeFormat.iso());
        Mapping mapping = Mapping.events(
                        preview.columns().stream().map(LogGuess::mapped).toList(), "")
                .withTime(time);
        return Optional.of(
                names.contains(FieldNames.USER_AGENT)
                        ? mapping.withFilters(List.of(RowFilter.bots(FieldNames.USER_AGENT)))
                        : mapping);
    }

    private static MappedColumn mapped(ColumnProfile profile) {
        String name = profile.name();
        ColumnRole role = ROLES.getOrDefault(
                name, IGNORED.contains(name) || profile.isEmpty() ? ColumnRole.IGNORED : ColumnRole.PROPERTY);
        FieldType type = NUMBERS.contains(name) ? FieldType.NUMBER : FieldType.TEXT;
        return new MappedColumn(name, role, name, type);
    }
}
