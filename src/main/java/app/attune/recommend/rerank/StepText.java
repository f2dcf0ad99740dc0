package app.attune.recommend.rerank;

import app.attune.core.WrittenNumber;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.function.Function;

/// Steps as people type them, such as `0.3:brand` for diversity and `stock>0` for a condition.
public final class StepText {
    private static final String OR_MISSING = " or missing";

    private StepText() {}

    /// `0.3`, `0.3:attributes`, `0.3:brand`
    ///
    /// @throws IllegalArgumentException in words
    public static Step diversity(String typed) {
        String by = after(typed);
        return new Step.Diversity(strength(typed), by.isEmpty() ? Step.Diversity.USERS : by);
    }

    /// `0.3`, `0.3:genre`
    ///
    /// @throws IllegalArgumentException in words
    public static Step calibration(String typed) {
        return new Step.Calibration(strength(typed), after(typed));
    }

    /// `0.2`
    ///
    /// @throws IllegalArgumentException in words
    public static Step popularity(String typed) {
        return new Step.Popularity(number(typed, typed));
    }

    /// `2:category`, `1:brand=Own`
    ///
    /// @throws IllegalArgumentException in words
    public static Step atMost(String typed) {
        return new Step.AtMost(whole(typed), attribute(typed), value(typed));
    }

    /// `1:brand=Own`
    ///
    /// @throws IllegalArgumentException in words
    public static Step atLeast(String typed) {
        return new Step.AtLeast(whole(typed), attribute(typed), value(typed));
    }

    /// `0.3:brand=Own`
    ///
    /// @throws IllegalArgumentException in words
    public static Step share(String typed) {
        return new Step.Share(strength(typed), Step.Share.SIGNIFICANCE, attribute(typed), value(typed));
    }

    /// `stock>0`, `brand!=Acme`, `stock>0 or missing`
    ///
    /// @throws IllegalArgumentException in words
    public static Step only(String typed) {
        boolean keeps = typed.endsWith(OR_MISSING);
        String text = keeps ? typed.substring(0, typed.length() - OR_MISSING.length()) : typed;
        OptionalInt at =
                text.chars().filter(letter -> "=!<>".indexOf(letter) >= 0).findFirst();
        int from = at.isEmpty() ? -1 : text.indexOf(at.getAsInt());
        Step.Test test = Arrays.stream(Step.Test.values())
                .sorted(Comparator.comparingInt((Step.Test one) -> one.sign().length())
                        .reversed())
                .filter(one -> from > 0 && text.startsWith(one.sign(), from))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + typed + "\" is no condition; write one such as stock>0 or brand=Own"));
        return new Step.Only(
                text.substring(0, from).strip(),
                test,
                text.substring(from + test.sign().length()).strip(),
                keeps ? Step.Missing.IN : Step.Missing.OUT);
    }

    private static double strength(String typed) {
        return number(before(typed), typed);
    }

    private static int whole(String typed) {
        double number = number(before(typed), typed);
        if (number != Math.rint(number)) {
            throw new IllegalArgumentException("\"" + typed + "\" starts with no whole number");
        }
        return (int) Math.clamp(number, -1, Integer.MAX_VALUE);
    }

    private static double number(String text, String typed) {
        return WrittenNumber.of(text)
                .orElseThrow(() -> new IllegalArgumentException("\"" + typed + "\" starts with no number"));
    }

    private static String before(String typed) {
        return part(typed, ':', at -> typed.substring(0, at), typed);
    }

    private static String after(String typed) {
        return part(typed, ':', at -> typed.substring(at + 1).strip(), "");
    }

    private static String attribute(String typed) {
        String after = after(typed);
        return part(after, '=', at -> after.substring(0, at).strip(), after);
    }

    private static String value(String typed) {
        String after = after(typed);
        return part(after, '=', at -> after.substring(at + 1).strip(), "");
    }

    private static String part(String text, char letter, Function<Integer, String> found, String otherwise) {
        int at = text.indexOf(letter);
        return at < 0 ? otherwise : found.apply(at);
    }
}
