package app.attune.events;

import app.attune.core.Require;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FileKind;
import app.attune.events.read.Header;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a preset knows of the way its files are written; the rest is detected.
///
/// @param content   rows with columns, or records with values inside values
/// @param layouts   of JSON documents: paths where the records may stand, such as `/orders`; at the top if not given
/// @param delimiter of rows, such as a tab; blank to detect it
/// @param header    of rows; [Header#PRESENT] if not given
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PresetFormat(Content content, List<String> layouts, String delimiter, Header header) {
    /// What a file is made of.
    public enum Content {
        ROWS,
        RECORDS
    }

    public PresetFormat {
        layouts = PresetText.list(layouts);
        delimiter = PresetText.text(delimiter);
        header = orPresent(header);
        Require.that(delimiter.length() <= 1, "A delimiter is one character");
    }

    private static Header orPresent(@Nullable Header header) {
        return Objects.requireNonNullElse(header, Header.PRESENT);
    }

    /// Whether a file that was detected to be so can be one of the preset's.
    boolean fits(FileFormat detected) {
        return switch (content) {
            case ROWS -> detected.kind() == FileKind.DELIMITED || isAligned(detected);
            case RECORDS -> detected.kind() != FileKind.DELIMITED;
        };
    }

    /// Blanks stand between the values, any number of them.
    private boolean isAligned(FileFormat detected) {
        return delimiter.isEmpty() && detected.kind() == FileKind.ALIGNED;
    }

    /// The ways to read a file that was detected to be so, the likeliest first.
    List<FileFormat> over(FileFormat detected) {
        return switch (content) {
            case ROWS -> List.of(rows(detected));
            case RECORDS ->
                layouts.isEmpty()
                        ? List.of(detected)
                        : layouts.stream().map(path -> under(path, detected)).toList();
        };
    }

    private static FileFormat under(String path, FileFormat detected) {
        return path.isEmpty() ? detected : FileFormat.json(path).withEncoding(detected.encoding());
    }

    private FileFormat rows(FileFormat detected) {
        FileFormat format = detected.withHeader(header);
        return delimiter.isEmpty() ? format : format.withDelimiter(delimiter.charAt(0));
    }
}
