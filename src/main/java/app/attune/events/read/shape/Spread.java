package app.attune.events.read.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// A part of the record whose names are not known beforehand: each becomes a column. Objects inside are flattened to
/// names with dots. The names are those of the first records.
///
/// @param of       path of an object, or of a list of elements with a key and a value; the record if not given
/// @param key      of a list: path of the name from the element on, such as `/key`
/// @param value    of a list: path of the value from the element on
/// @param prefix   put before every name
/// @param leaveOut names that become no column
/// @param names    names that become columns even if the first records lack them
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Spread(String of, String key, String value, String prefix, List<String> leaveOut, List<String> names) {
    public Spread {
        of = Given.text(of);
        key = Given.text(key);
        value = Given.text(value);
        prefix = Given.text(prefix);
        leaveOut = Given.list(leaveOut);
        names = Given.list(names);
        FieldPath.of(of);
        FieldPath.of(key);
        FieldPath.of(value);
    }

    /// Every member of the object at a path.
    public static Spread object(String of, String prefix) {
        return new Spread(of, "", "", prefix, List.of(), List.of());
    }
}
