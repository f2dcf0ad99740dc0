package app.attune;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many lines each method of a source takes, from its name to its last brace; sources are laid out by Spotless.
final class MethodLengths {
    private static final Pattern HEAD = Pattern.compile(
            "( {4}| {8})(?! |return |throw |else |new |record |class |enum )(?:[\\w<>\\[\\],.?& ]+ )?(\\w+)\\([^;]*");
    private static final Pattern TYPE = Pattern.compile(".*\\b(record|class|enum|interface) .*");

    private MethodLengths() {}

    /// By name; of several with one name the longest.
    static Map<String, Integer> of(String source) {
        String[] lines = source.split("\n", -1);
        Map<String, Integer> lengths = new TreeMap<>();
        for (int i = 0; i < lines.length; i++) {
            Matcher head = HEAD.matcher(lines[i]);
            boolean named = head.matches() && !TYPE.matcher(lines[i]).matches() && !lines[i].contains("->");
            int start = named ? endOf(lines, i, "[{};]$") : lines.length;
            if (start < lines.length && lines[start].endsWith("{")) {
                int end = endOf(lines, start, "^" + head.group(1) + "}$");
                lengths.merge(head.group(2), end - i + 1, Math::max);
            }
        }
        return lengths;
    }

    private static int endOf(String[] lines, int from, String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        int at = from;
        while (at < lines.length && !wanted.matcher(lines[at]).find()) {
            at++;
        }
        return at;
    }
}
