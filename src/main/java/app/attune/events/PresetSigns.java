package app.attune.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// By what a preset's files are recognised.
///
/// @param all      columns of rows, or paths of records, that have to be there; ` or ` stands between alternatives
/// @param any      of which at least one has to be there; empty for no such condition
/// @param none     of which none may be there
/// @param values   values that the first rows or records have to have
/// @param columns  how many columns rows may have; empty for any number
/// @param fileName a regular expression for file names; decides only between presets that fit equally well
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PresetSigns(
        List<String> all,
        List<String> any,
        List<String> none,
        List<ValueSign> values,
        List<Integer> columns,
        String fileName) {
    /// A regular expression that the values of a column, or at a path, have to match; absent values do not matter as
    /// long as one is there, or the expression matches nothing, too.
    public record ValueSign(String at, String matches) {
        public ValueSign {
            checkPattern(matches);
        }
    }

    public PresetSigns {
        all = PresetText.list(all);
        any = PresetText.list(any);
        none = PresetText.list(none);
        values = PresetText.list(values);
        columns = PresetText.list(columns);
        fileName = PresetText.text(fileName);
        checkPattern(fileName);
    }

    private static void checkPattern(String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw Preset.bad("'" + pattern + "' is no regular expression: " + e.getDescription(), e);
        }
    }
}
