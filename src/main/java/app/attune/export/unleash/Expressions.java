package app.attune.export.unleash;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Regular expressions as RE2 has them: no look-around and no references back; what is none finds nothing.
final class Expressions {
    private static final Pattern REFUSED = Pattern.compile("\\(\\?<?[=!]|\\\\[1-9]");
    private static final Pattern POSIX = Pattern.compile("\\[:(?:alpha|digit|alnum):]");

    private Expressions() {}

    static boolean finds(String text, String expression, boolean letters) {
        if (REFUSED.matcher(expression).find()) {
            return false;
        }
        String ours = POSIX.matcher(expression).replaceAll(match -> switch (match.group()) {
            case "[:alpha:]" -> "\\\\p{Alpha}";
            case "[:digit:]" -> "\\\\p{Digit}";
            default -> "\\\\p{Alnum}";
        });
        try {
            return Pattern.compile(ours, letters ? 0 : Pattern.CASE_INSENSITIVE)
                    .matcher(text)
                    .find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
