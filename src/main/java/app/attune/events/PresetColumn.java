package app.attune.events;

import app.attune.core.Require;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one column of a preset's rows means.
///
/// @param column of the file or of the preset's shape, in any case; with a `*` at the end all that start so
/// @param name   under which its values are kept; made of the column's if blank, of consent without what all start with
/// @param type   text if not given
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PresetColumn(String column, ColumnRole role, String name, FieldType type) {
    public PresetColumn {
        Require.notBlank(column, "The column of a preset");
        name = PresetText.text(name);
        type = orText(type);
    }

    private static FieldType orText(@Nullable FieldType type) {
        return Objects.requireNonNullElse(type, FieldType.TEXT);
    }

    /// Whether it speaks of the column of this name.
    boolean isAbout(String fileColumn) {
        return isPattern()
                ? fileColumn.regionMatches(true, 0, column, 0, column.length() - 1)
                : fileColumn.equalsIgnoreCase(column);
    }

    boolean isPattern() {
        return column.endsWith("*");
    }

    /// @param fileColumn the name as the file writes it
    MappedColumn as(String fileColumn) {
        boolean purpose = role == ColumnRole.CONSENT && isPattern();
        String own = MappingGuess.keptName(purpose ? fileColumn.substring(column.length() - 1) : fileColumn);
        return new MappedColumn(fileColumn, role, name.isBlank() ? (own.isEmpty() ? "general" : own) : name, type);
    }
}
