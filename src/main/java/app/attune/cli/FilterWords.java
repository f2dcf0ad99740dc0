package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.events.RowFilter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A filter of rows as it is typed: column, test and value, in the words of the window.
final class FilterWords {
    private static final String OPTION = "--leave-out";
    private static final String EXAMPLE = " Write for example " + OPTION + " \"email ends with @ours.com\".";

    private FilterWords() {}

    /// @param columns of the file
    /// @throws ProblemException `cli.bad-filter` saying which of the three is not understood, `mapping.bad-filter`
    static RowFilter of(String written, List<String> columns) {
        String text = written.strip();
        String column = columns.stream()
                .filter(name -> starts(text, name))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> bad(
                        "\"" + text + "\" does not begin with a column of the file.",
                        "The columns are: " + String.join(", ", columns) + "." + EXAMPLE));
        String rest = text.substring(column.length()).strip();
        RowFilter.Test test = test(rest)
                .orElseThrow(() -> bad(
                        "\"" + rest + "\", after the column " + column + ", does not begin with a test.",
                        "The tests are: " + tests() + "." + EXAMPLE));
        return RowFilter.of(column, test, rest.substring(test.words().length()).strip());
    }

    private static Optional<RowFilter.Test> test(String rest) {
        return Arrays.stream(RowFilter.Test.values())
                .filter(test -> test.needsOperand() ? starts(rest, test.words()) : rest.equalsIgnoreCase(test.words()))
                .max(Comparator.comparingInt(test -> test.words().length()));
    }

    private static boolean starts(String text, String words) {
        int length = words.length();
        return text.regionMatches(true, 0, words, 0, length)
                && (text.length() == length || Character.isWhitespace(text.charAt(length)));
    }

    private static String tests() {
        return Arrays.stream(RowFilter.Test.values()).map(RowFilter.Test::words).collect(Collectors.joining(", "));
    }

    private static ProblemException bad(String message, String remedy) {
        return ProblemException.of("cli.bad-filter", OPTION + ": " + message, remedy);
    }
}
