package app.attune.events.read.log;

import app.attune.core.ProblemException;
import java.util.List;
import java.util.Optional;

/// How one line of a log is cut into named values.
///
/// Written as Apache's LogFormat (`%h %l %u %t "%r" %>s %b "%{Referer}i"`), as nginx's log_format
/// (`$remote_addr - $remote_user [$time_local] "$request" $status`), or, for experts, as a regular expression with
/// named groups (`(?<host>\S+) \[(?<time>[^\]]+)\]`). `%{name}x` is any value called so; `...` at the end lets anything
/// follow. A value reaches to the text that stands behind it in the pattern, so a line is cut in one pass.
public sealed interface LinePattern permits FieldPattern, RegexPattern {
    /// Of the values, in the order of the pattern.
    List<String> names();

    /// The values of a line, or empty if the line is not of this pattern. A `-` that stands for nothing is empty.
    Optional<String[]> cut(String line);

    /// @throws ProblemException `import.bad-line-pattern` if it cannot be read or names no value
    static LinePattern of(String text) {
        LinePattern pattern = text.contains("(?<") ? RegexPattern.of(text) : FieldPattern.of(text);
        if (pattern.names().isEmpty()) {
            throw bad(text, "it names no value");
        }
        return pattern;
    }

    /// The problem with a pattern.
    static ProblemException bad(String text, String why) {
        return ProblemException.of(
                "import.bad-line-pattern",
                "'" + text + "' is no pattern for lines: " + why + ".",
                "Write it as in the server's configuration, such as %h %l %u %t \"%r\" %>s %b, or as a regular"
                        + " expression with named groups.");
    }
}
