package app.attune.events.read.log;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression with named groups, matched against whole lines with bounded work.
final class RegexPattern implements LinePattern {
    /// How many characters may be looked at for one line: beyond, the expression runs away and the line does not match.
    private static final int BUDGET = 500_000;

    private final Pattern pattern;
    private final List<String> names;

    private RegexPattern(Pattern pattern) {
        this.pattern = pattern;
        this.names = pattern.namedGroups().entrySet().stream()
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }

    static RegexPattern of(String text) {
        try {
            return new RegexPattern(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw LinePattern.bad(text, e.getDescription());
        }
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<String[]> cut(String line) {
        try {
            Matcher matcher = pattern.matcher(new Bounded(line));
            return matcher.matches() ? Optional.of(values(matcher, line)) : Optional.empty();
        } catch (TooMuchWork | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private String[] values(Matcher matcher, String line) {
        String[] values = new String[names.size()];
        for (int i = 0; i < values.length; i++) {
            int from = matcher.start(names.get(i));
            String value = from < 0 ? "" : line.substring(from, matcher.end(names.get(i)));
            values[i] = value.equals("-") ? "" : value;
        }
        return values;
    }

    /// A line that may be looked at so many times only.
    private static final class Bounded implements CharSequence {
        private final String line;
        private int left = BUDGET;

        Bounded(String line) {
            this.line = line;
        }

        @Override
        public int length() {
            return line.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooMuchWork();
            }
            return line.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return line.substring(start, end);
        }

        @Override
        public String toString() {
            return line;
        }
    }

    private static final class TooMuchWork extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuchWork() {
            super("A regular expression took too long", null, false, false);
        }
    }
}
