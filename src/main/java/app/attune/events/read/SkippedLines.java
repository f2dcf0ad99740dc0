package app.attune.events.read;

import app.attune.core.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lines of a delimited file that are no rows: the first ones, such as a title above the table, and comments.
///
/// @param first   how many lines at the start are skipped
/// @param comment what lines that are skipped begin with; empty for no comments
record SkippedLines(int first, Optional<Character> comment) {
    private static final int MOST = 1_000_000;
    private static final int LOOKED_AT = 50;

    /// As a format's layout words them: `skip=2 comment=#`, or either of both.
    ///
    /// @throws ProblemException `import.bad-skipped-lines`
    static SkippedLines of(String layout) {
        int first = 0;
        Optional<Character> comment = Optional.empty();
        for (String part : layout.strip().split("\\s+", -1)) {
            if (part.matches("skip=\\d{1,7}")) {
                first = Math.min(Integer.parseInt(part.substring("skip=".length())), MOST);
            } else if (part.matches("comment=[!-~]")) {
                comment = Optional.of(part.charAt(part.length() - 1));
            } else if (!part.isEmpty()) {
                throw ProblemException.of(
                        "import.bad-skipped-lines",
                        "'" + layout + "' does not tell which lines to skip.",
                        "Write skip=2 to leave out the first two lines, comment=# to leave out those that begin with #.");
            }
        }
        return new SkippedLines(first, comment);
    }

    boolean isNone() {
        return first == 0 && comment.isEmpty();
    }

    String layout() {
        String skip = first == 0 ? "" : "skip=" + first;
        return (skip + comment.map(c -> " comment=" + c).orElse("")).strip();
    }

    /// The lines that are left.
    List<String> without(List<String> lines) {
        return lines.stream()
                .skip(first)
                .filter(line -> comment.isEmpty() || line.isEmpty() || line.charAt(0) != comment.get())
                .toList();
    }

    /// What seems to be no rows: lines that begin with `#` where the others do not, and lines above the first that has
    /// as many values as most.
    static SkippedLines detect(List<String> lines, char delimiter, char quote) {
        List<String> written = lines.stream().filter(line -> !line.isBlank()).toList();
        long marked = written.stream().filter(line -> line.startsWith("#")).count();
        boolean comments = marked > 0 && marked * 2 < written.size() && isMarkedApart(written, delimiter, quote);
        Optional<Character> comment = comments ? Optional.of('#') : Optional.empty();
        List<Integer> sizes = lines.stream()
                .map(line -> line.isBlank() || (comments && line.startsWith("#"))
                        ? 0
                        : DelimiterScores.rows(List.of(line), delimiter, quote)
                                .getFirst()
                                .size())
                .toList();
        return new SkippedLines(titles(sizes), comment);
    }

    /// How many rows at the start are above the table, by how many values each row has: those before the first with
    /// as many as most, if one of them has a single one.
    static int titles(List<Integer> sizes) {
        int common = common(sizes);
        int first = 0;
        while (first < sizes.size() && first < LOOKED_AT && sizes.get(first) < common) {
            first++;
        }
        boolean title = common > 1
                && first < sizes.size()
                && sizes.subList(0, first).stream().anyMatch(n -> n == 1);
        return title ? first : 0;
    }

    /// Comments have no columns, or other columns than the rows: a header that begins with `#` is none.
    private static boolean isMarkedApart(List<String> written, char delimiter, char quote) {
        List<List<String>> marked = DelimiterScores.rows(
                written.stream().filter(line -> line.startsWith("#")).toList(), delimiter, quote);
        List<List<String>> others = DelimiterScores.rows(
                written.stream().filter(line -> !line.startsWith("#")).toList(), delimiter, quote);
        int common = common(others.stream().map(List::size).toList());
        return marked.stream().allMatch(row -> row.size() != common);
    }

    private static int common(List<Integer> sizes) {
        return sizes.stream()
                .filter(size -> size > 0)
                .collect(Collectors.groupingBy(size -> size, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }
}
