package app.attune.events.store;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcException;
import org.h2.message.DbException;

/// What is wrong with a query, with its place in the text.
final class SqlFault {
    private static final String MARK = "[*]";
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
    private static final List<Integer> NOT_ALLOWED = List.of(
            ErrorCode.ADMIN_RIGHTS_REQUIRED,
            ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1,
            ErrorCode.METHOD_ONLY_ALLOWED_FOR_QUERY,
            ErrorCode.FEATURE_NOT_SUPPORTED_1);

    private SqlFault() {}

    static ProblemException notAllowed(String what) {
        return ProblemException.of(
                "sql.not-allowed", what + ".", "Only one query that reads is run: SELECT ... FROM events.");
    }

    /// @param tables what there is to name
    static Problem of(Exception thrown, String sql, String tables) {
        SQLException cause = thrown instanceof DbException wrapped
                ? wrapped.getSQLException()
                : thrown instanceof SQLException known ? known : new SQLException(thrown);
        String message =
                cause instanceof JdbcException own ? own.getOriginalMessage() : String.valueOf(cause.getMessage());
        int code = cause.getErrorCode();
        if (NOT_ALLOWED.contains(code)) {
            return new Problem(
                    "sql.not-allowed",
                    "This query wants more than to read the tables: " + firstLine(message) + ".",
                    "Only one query that reads is run: SELECT ... FROM events.");
        }
        String where = place(code, message, sql)
                .map(at -> "Line " + at.line() + ", column " + at.column() + ": ")
                .orElse("");
        return new Problem(
                "sql.not-understood",
                where + words(code, message) + ".",
                tables.isEmpty()
                        ? "Try again."
                        : "Correct it there. The tables are " + tables.replace("\n", "; ") + ".");
    }

    private static String words(int code, String message) {
        return switch (code) {
            case ErrorCode.SYNTAX_ERROR_1 -> "the query cannot be read from here on";
            case ErrorCode.SYNTAX_ERROR_2 -> "the query cannot be read from here on" + expected(message);
            case ErrorCode.COLUMN_NOT_FOUND_1 ->
                "there is no column " + named(message).orElse("");
            case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1 ->
                "there is no table " + named(message).orElse("");
            case ErrorCode.FUNCTION_NOT_FOUND_1 ->
                "there is no function " + named(message).orElse("");
            default -> firstLine(message);
        };
    }

    private static String expected(String message) {
        int at = message.lastIndexOf("expected \"");
        return at < 0 ? "" : "; " + firstLine(message.substring(at)).replace("\"", "");
    }

    private record Place(int line, int column) {}

    private static Optional<Place> place(int code, String message, String sql) {
        boolean syntax = code == ErrorCode.SYNTAX_ERROR_1 || code == ErrorCode.SYNTAX_ERROR_2;
        OptionalInt offset = syntax
                ? wordBefore(marked(message), sql)
                : named(message).map(name -> find(name, sql)).orElse(OptionalInt.empty());
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        String before = sql.substring(0, offset.getAsInt());
        int line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        return Optional.of(new Place(line, before.length() - before.lastIndexOf('\n')));
    }

    /// H2 marks the end of the word it stumbled over, in a statement without the blanks before it.
    private static OptionalInt wordBefore(OptionalInt marked, String sql) {
        if (marked.isEmpty()) {
            return marked;
        }
        int lead = sql.length() - sql.stripLeading().length();
        int at = Math.min(marked.getAsInt() + lead, sql.length());
        while (at > 0 && Character.isJavaIdentifierPart(sql.charAt(at - 1))) {
            at--;
        }
        return OptionalInt.of(at);
    }

    /// H2 marks the place in a copy of the statement, with quotes doubled.
    private static OptionalInt marked(String message) {
        int quote = message.indexOf('"');
        int mark = message.indexOf(MARK);
        return quote < 0 || mark < quote
                ? OptionalInt.empty()
                : OptionalInt.of(
                        message.substring(quote + 1, mark).replace("\"\"", "\"").length());
    }

    private static Optional<String> named(String message) {
        Matcher quoted = QUOTED.matcher(message);
        return quoted.find() ? Optional.of(quoted.group(1).replace("\"\"", "\"")) : Optional.empty();
    }

    private static OptionalInt find(String name, String sql) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        Matcher found = Pattern.compile("\\b" + Pattern.quote(last.toLowerCase(Locale.ROOT)) + "\\b")
                .matcher(sql.toLowerCase(Locale.ROOT));
        return found.find() ? OptionalInt.of(found.start()) : OptionalInt.empty();
    }

    private static String firstLine(String message) {
        int end = message.indexOf("; SQL statement");
        return (end < 0 ? message : message.substring(0, end))
                .lines()
                .findFirst()
                .orElse("no reason given");
    }
}
