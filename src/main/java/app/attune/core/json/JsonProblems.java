package app.attune.core.json;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what is wrong with a JSON text in our words: the place as line, column and path, what was found, what is
/// allowed there, and what to do.
final class JsonProblems {
    private static final String CODE = "json.unreadable";

    private JsonProblems() {}

    static ProblemException unreadable(String what, String text, JacksonException cause) {
        JsonFault fault = fault(text, cause);
        return new ProblemException(
                new Problem(
                        CODE,
                        what + " cannot be read" + place(cause.getLocation()) + path(cause) + ": " + fault.found()
                                + ".",
                        fault.remedy()),
                cause);
    }

    static ProblemException empty(String what) {
        return ProblemException.of(
                CODE, what + " cannot be read: it is empty.", "Choose the file that holds something.");
    }

    /// @param offset of the surrogate in the text
    static ProblemException loneSurrogate(String what, String text, int offset) {
        List<String> before = text.substring(0, offset).lines().toList();
        int line = Math.max(1, before.size());
        int column = (before.isEmpty() ? 0 : before.getLast().length()) + 1;
        return ProblemException.of(
                CODE,
                what + " cannot be read at line " + line + ", column " + column
                        + ": found half of a character (a surrogate without its partner).",
                "Replace the character there; the program that wrote the file cut it in two.");
    }

    private static JsonFault fault(String text, JacksonException cause) {
        return switch (cause) {
            case StreamConstraintsException limit -> JsonFault.limit(String.valueOf(limit.getOriginalMessage()));
            case InputCoercionException range -> JsonMisfit.outOfRange(range);
            case JsonMappingException mapping -> new JsonMisfit(text, mapping).fault();
            default -> JsonFault.syntax(String.valueOf(cause.getOriginalMessage()));
        };
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String path(JacksonException cause) {
        String path = cause instanceof JsonMappingException mapping ? JsonMisfit.path(mapping) : parsed(cause);
        return path.isEmpty() ? "" : " (" + path + ")";
    }

    private static String parsed(JacksonException cause) {
        return cause.getProcessor() instanceof JsonParser parser && parser.getParsingContext() != null
                ? parser.getParsingContext().pathAsPointer().toString()
                : "";
    }
}
