package app.attune.events.read.shape;

import app.attune.core.Require;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// One column of the rows and where its value comes from: exactly one of `first`, `join`, `sum` and `constant`.
///
/// @param first    paths; the first value that is not empty counts
/// @param join     paths whose values are put together with `with` between; empty if any of them is empty
/// @param sum      numbers that are added, each times its factor; empty if any of them is empty
/// @param constant the same text in every row
/// @param with     between joined values; blank for nothing
/// @param times    a plain number that a value that is a number is multiplied with; blank for none
/// @param capture  a regular expression with one group: the value is what the group takes, empty if nothing fits
/// @param prefix   put before a value that is not empty
/// @param orElse   paths asked in order where all of the above gives nothing
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ShapeColumn(
        String name,
        List<String> first,
        List<String> join,
        List<ShapeTerm> sum,
        String constant,
        String with,
        String times,
        String capture,
        String prefix,
        List<String> orElse) {
    public ShapeColumn {
        Require.notBlank(name, "The name of a column");
        first = Given.list(first);
        join = Given.list(join);
        sum = Given.list(sum);
        constant = Given.text(constant);
        with = Given.text(with);
        times = Given.text(times);
        capture = Given.text(capture);
        prefix = Given.text(prefix);
        orElse = Given.list(orElse);
        long sources = Stream.of(first.isEmpty(), join.isEmpty(), sum.isEmpty(), constant.isEmpty())
                .filter(empty -> !empty)
                .count();
        if (sources != 1) {
            throw ShapeProblems.bad("The column '" + name + "' needs one of first, join, sum and constant");
        }
        first.forEach(FieldPath::of);
        join.forEach(FieldPath::of);
        orElse.forEach(FieldPath::of);
        checkCapture(name, capture);
        if (!times.isEmpty() && Decimals.parse(times).isEmpty()) {
            throw ShapeProblems.bad("The factor '" + times + "' of the column '" + name + "' is no plain number");
        }
    }

    /// A column with the value at one path, or the first that is not empty at several.
    public static ShapeColumn of(String name, String... paths) {
        return new ShapeColumn(name, List.of(paths), List.of(), List.of(), "", "", "", "", "", List.of());
    }

    public ShapeColumn withCapture(String expression) {
        return new ShapeColumn(name, first, join, sum, constant, with, times, expression, prefix, orElse);
    }

    private static void checkCapture(String name, String capture) {
        try {
            if (!capture.isEmpty() && Pattern.compile(capture).matcher("").groupCount() != 1) {
                throw ShapeProblems.bad("The capture of the column '" + name + "' needs one group in parentheses");
            }
        } catch (PatternSyntaxException e) {
            throw ShapeProblems.bad(
                    "The capture of the column '" + name + "' is no regular expression: " + e.getDescription());
        }
    }
}
