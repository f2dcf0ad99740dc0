package app.attune.events.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Weighs characters that may separate the values of a file.
final class DelimiterScores {
    /// In order of preference where two fit equally well.
    private static final char[] USUAL = {'\t', ';', '|', ','};

    private static final char[] RARE = {'\u0001', '^', '~', ':', ' '};

    private DelimiterScores() {}

    static char delimiter(List<String> lines, char quote) {
        char usual = best(lines, quote, USUAL);
        if (score(lines, usual, quote) > 0) {
            return usual;
        }
        char rare = best(lines, quote, RARE);
        return score(lines, rare, quote) > 0.8 ? rare : ',';
    }

    /// Whether most lines have several values between these delimiters.
    static boolean cuts(List<String> lines, char delimiter, char quote) {
        return score(lines, delimiter, quote) > 0.5;
    }

    /// An apostrophe only where values are wrapped in it and none in double quotes.
    static char quote(List<String> lines) {
        long apostrophes = lines.stream()
                .filter(line -> line.matches("'[^']*'[,;\\t|].*|.*[,;\\t|]'[^']*'([,;\\t|].*)?"))
                .count();
        boolean doubles = lines.stream().anyMatch(line -> line.indexOf('"') >= 0);
        return !doubles && apostrophes * 2 > lines.size() ? '\'' : '"';
    }

    /// Each line cut at `delimiter` outside quotes, without the quotes; lines inside a quoted value count as rows.
    static List<List<String>> rows(List<String> lines, char delimiter, char quote) {
        return lines.stream()
                .filter(line -> !line.isEmpty())
                .map(line -> cut(line, delimiter, quote))
                .toList();
    }

    private static char best(List<String> lines, char quote, char[] candidates) {
        char best = candidates[0];
        for (char candidate : candidates) {
            if (score(lines, candidate, quote) > score(lines, best, quote) + 1e-9) {
                best = candidate;
            }
        }
        return best;
    }

    /// Share of rows that have the most common number of values, 0 if that is one; more values break ties.
    private static double score(List<String> lines, char delimiter, char quote) {
        Map<Integer, Integer> counts = new HashMap<>();
        List<List<String>> rows = rows(lines, delimiter, quote);
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        int common = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(1);
        if (common < 2) {
            return 0;
        }
        return (double) counts.getOrDefault(common, 0) / rows.size() + Math.min(common, 100) * 1e-3;
    }

    private static List<String> cut(String line, char delimiter, char quote) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == quote) {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }
}
