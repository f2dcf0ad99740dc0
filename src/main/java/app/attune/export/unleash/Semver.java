package app.attune.export.unleash;

import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Order of semantic versions.
/// Source: semver.org, version 2.0.0, point 11.
final class Semver {
    private static final String NUMBER = "(0|[1-9]\\d*)";
    private static final String LABELS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
    private static final Pattern VERSION =
            Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-(" + LABELS + "))?(?:\\+" + LABELS + ")?");
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int LABEL = 4;

    private Semver() {}

    /// Empty if one of them is no version.
    static OptionalInt compare(String a, String b) {
        Matcher left = VERSION.matcher(a);
        Matcher right = VERSION.matcher(b);
        if (!left.matches() || !right.matches()) {
            return OptionalInt.empty();
        }
        for (int i = 1; i < LABEL; i++) {
            int order = new BigInteger(left.group(i)).compareTo(new BigInteger(right.group(i)));
            if (order != 0) {
                return OptionalInt.of(order);
            }
        }
        return OptionalInt.of(labels(text(left), text(right)));
    }

    private static String text(Matcher version) {
        String label = version.group(LABEL);
        return label == null ? "" : label;
    }

    /// A version without labels comes after those that have some.
    private static int labels(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        String[] left = DOT.split(a);
        String[] right = DOT.split(b);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = label(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static int label(String a, String b) {
        boolean left = DIGITS.matcher(a).matches();
        boolean right = DIGITS.matcher(b).matches();
        if (left && right) {
            return new BigInteger(a).compareTo(new BigInteger(b));
        }
        return left == right ? a.compareTo(b) : Boolean.compare(right, left);
    }
}
