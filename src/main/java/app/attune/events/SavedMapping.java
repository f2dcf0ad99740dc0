package app.attune.events;

import app.attune.core.ProblemException;
import app.attune.core.Require;
import app.attune.core.json.Json;
import app.attune.events.read.FileFormat;
import app.attune.events.read.Header;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.TimeKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A mapping under a name, with how to read the files it was made for, so that the next such file needs no questions.
///
/// @param version of this format, [#VERSION]
/// @param columns of the file it was made for
/// @param files   names or patterns of the files it is for, among those of a folder or archive; empty for any
public record SavedMapping(
        int version, String name, List<String> columns, FileFormat format, Mapping mapping, List<String> files) {
    /// The current version of the JSON form.
    public static final int VERSION = 1;

    private static final int NAME_LENGTH = 200;

    /// @throws ProblemException `mapping.bad-name`, `mapping.newer`
    public SavedMapping {
        if (version != VERSION) {
            throw ProblemException.of(
                    "mapping.newer",
                    "The saved mapping '" + name + "' has format version " + version + ", unknown here.",
                    "Install the newer version of Attune, or save the mapping anew.");
        }
        if (name.isBlank() || name.length() > NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.of(
                    "mapping.bad-name",
                    "'" + name + "' cannot be the name of a mapping.",
                    "Use 1 to " + NAME_LENGTH + " letters, such as Till export.");
        }
        columns = List.copyOf(columns);
        files = PresetText.list(files);
        Require.that(!columns.isEmpty(), "A saved mapping knows the columns of its file");
    }

    /// What is set in the wizard, under a name.
    public static SavedMapping of(String name, ImportPreview preview, Mapping mapping) {
        return new SavedMapping(VERSION, name.strip(), preview.columnNames(), preview.format(), mapping, List.of());
    }

    /// The same under another name.
    public SavedMapping named(String other) {
        return new SavedMapping(version, other.strip(), columns, format, mapping, files);
    }

    /// For these files of a folder or archive.
    public SavedMapping withFiles(List<String> names) {
        return new SavedMapping(version, name, columns, format, mapping, names);
    }

    SavedMapping withFormat(FileFormat other) {
        return new SavedMapping(version, name, columns, other, mapping, files);
    }

    /// Whether a file with these first rows, read in the saved format, is one it was made for: the same columns, in
    /// any order. Without a line of names every file of so many columns has the same ones, so the values have to fit.
    public boolean fits(ImportPreview preview) {
        boolean same = columns.size() == preview.columns().size()
                && Set.copyOf(columns).equals(Set.copyOf(preview.columnNames()));
        return same && (format.header() == Header.PRESENT || valuesFit(preview));
    }

    /// Most rows can be read, what has to be there is there, and times are written as they were.
    private boolean valuesFit(ImportPreview preview) {
        boolean readable = preview.broken().size() <= preview.rows().size();
        boolean filled = mapping.required().stream()
                .flatMap(role -> mapping.columnOf(role).stream())
                .filter(column -> !column.equals(Mapping.LINE))
                .allMatch(column -> preview.columns().stream()
                        .anyMatch(profile -> profile.name().equals(column) && !profile.isEmpty()));
        return readable && filled && timesFit(preview);
    }

    /// A pattern by the first values, since it may be one nobody would have guessed.
    private boolean timesFit(ImportPreview preview) {
        Optional<String> column = mapping.columnOf(ColumnRole.TIME);
        if (column.isEmpty() || mapping.time().kind() == TimeKind.PATTERN) {
            List<String> times = WrittenTimes.first(mapping, preview, ImportPreview.ROWS);
            return column.isEmpty() || WrittenTimes.fits(mapping.time(), times);
        }
        return preview.columns().stream()
                .filter(profile -> column.equals(Optional.of(profile.name())))
                .allMatch(profile -> profile.time()
                        .filter(time -> time.kind() == mapping.time().kind())
                        .isPresent());
    }

    public String toJson() {
        return Json.writePretty(this);
    }

    /// @throws ProblemException `json.unreadable`
    public static SavedMapping fromJson(String text) {
        return Json.read(text, SavedMapping.class, "The saved mapping");
    }
}
