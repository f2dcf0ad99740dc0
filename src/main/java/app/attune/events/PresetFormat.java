package app.attune.events;

import app.attune.core.ProblemException;
import app.attune.core.Require;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FileKind;
import app.attune.events.read.Header;
import app.attune.events.read.log.LinePattern;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a preset knows of the way its files are written; the rest is detected.
///
/// @param content   rows with columns, records with values inside values, or lines of a server log
/// @param layouts   of JSON documents: paths where the records may stand, such as `/orders`; at the top if not given
/// @param delimiter of rows, such as a tab; blank to detect it
/// @param header    of rows; [Header#PRESENT] if not given
/// @param patterns  of the lines of a server log, the fullest first; any that the analyst gives if there are none
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PresetFormat(
        Content content, List<String> layouts, String delimiter, Header header, List<String> patterns) {
    /// What a file is made of.
    public enum Content {
        ROWS,
        RECORDS,
        /// Lines of a server log in one of the patterns.
        LOG,
        /// Lines of a server log that names its fields itself.
        W3C_LOG
    }

    public PresetFormat {
        layouts = PresetText.list(layouts);
        delimiter = PresetText.text(delimiter);
        header = orPresent(header);
        patterns = PresetText.list(patterns);
        patterns.forEach(PresetFormat::check);
        Require.that(delimiter.length() <= 1, "A delimiter is one character");
    }

    private static void check(String pattern) {
        try {
            LinePattern.of(pattern);
        } catch (ProblemException e) {
            throw Preset.bad(e.problem().message(), e);
        }
    }

    private static Header orPresent(@Nullable Header header) {
        return Objects.requireNonNullElse(header, Header.PRESENT);
    }

    /// Whether a file that was detected to be so can be one of the preset's.
    boolean fits(FileFormat detected) {
        return switch (content) {
            case ROWS -> detected.kind() == FileKind.DELIMITED || isAligned(detected);
            case RECORDS -> detected.kind() != FileKind.DELIMITED;
            case LOG -> detected.kind() == FileKind.LOG && (patterns.isEmpty() || isOwn(detected));
            case W3C_LOG -> detected.kind() == FileKind.W3C_LOG;
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
            case LOG ->
                patterns.isEmpty() || isOwn(detected)
                        ? List.of(detected)
                        : patterns.stream()
                                .map(detected.withKind(FileKind.LOG)::withLayout)
                                .toList();
            case W3C_LOG -> List.of(detected);
        };
    }

    private boolean isOwn(FileFormat detected) {
        return patterns.contains(detected.layout());
    }

    private static FileFormat under(String path, FileFormat detected) {
        return path.isEmpty() ? detected : FileFormat.json(path).withEncoding(detected.encoding());
    }

    private FileFormat rows(FileFormat detected) {
        FileFormat format = detected.withHeader(header);
        return delimiter.isEmpty() ? format : format.withDelimiter(delimiter.charAt(0));
    }
}
