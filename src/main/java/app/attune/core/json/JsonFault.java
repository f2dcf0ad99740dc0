package app.attune.core.json;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was found where something else belongs, and what to do about it.
///
/// @param found  a clause without a full stop
/// @param remedy a sentence or two
record JsonFault(String found, String remedy) {
    private static final String BY_PLACE = "Correct the file at that place, or export it again from where it came.";
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate (?:field|Object property) ['\"](.*?)['\"]");
    private static final Pattern CHARACTER = Pattern.compile("Unexpected (?:character \\(|close marker )'(.)'");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '(.*?)'");

    /// Words of the parser's messages and what they mean for whoever wrote the file.
    private static final Map<String, JsonFault> BY_WORDS = Map.of(
            "Unexpected end-of-input",
            new JsonFault("it ends before it is complete", "Copy the whole file again; its end is missing."),
            "Illegal unquoted character",
            new JsonFault(
                    "a line break or control character stands inside a text",
                    "Write \\n for a line break inside a text, and close every text with a quotation mark."),
            "Unrecognized character escape",
            new JsonFault(
                    "a backslash stands before a character it cannot stand before", "Write \\\\ for one backslash."),
            "Leading zeroes",
            new JsonFault("a number starts with 0", "Leave out the zero, or put the number in quotation marks."),
            "Non-standard token",
            new JsonFault("NaN or Infinity stands where a number belongs", "Write a finite number."));

    static JsonFault byPlace(String found) {
        return new JsonFault(found, BY_PLACE);
    }

    /// What the parser could not read.
    static JsonFault syntax(String message) {
        Optional<JsonFault> known = BY_WORDS.entrySet().stream()
                .filter(entry -> message.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return known.or(() -> duplicate(message)).or(() -> odd(message)).orElseGet(() -> byPlace("this is no JSON"));
    }

    private static Optional<JsonFault> duplicate(String message) {
        Matcher matcher = DUPLICATE.matcher(message);
        return matcher.find()
                ? Optional.of(new JsonFault(
                        "\"" + matcher.group(1) + "\" is given twice in one object", "Delete one of the two."))
                : Optional.empty();
    }

    private static Optional<JsonFault> odd(String message) {
        Matcher token = TOKEN.matcher(message);
        if (token.find()) {
            return Optional.of(new JsonFault(
                    "found " + JsonMisfit.quoted(token.group(1)) + " without quotation marks",
                    "Put texts in double quotation marks; without them only numbers, true, false and null may stand."));
        }
        Matcher character = CHARACTER.matcher(message);
        return character.find()
                ? Optional.of(new JsonFault(
                        "found " + character.group(1) + " where it cannot stand",
                        "Look there for a comma, a quotation mark or a bracket that is missing or too many."))
                : Optional.empty();
    }

    /// More than any file of ours holds.
    static JsonFault limit(String message) {
        String remedy = "No file of Attune is like that: check where it comes from.";
        if (message.contains("nesting depth")) {
            return new JsonFault("objects and lists are nested more than 1,000 deep", remedy);
        }
        if (message.contains("Number")) {
            return new JsonFault("a number has more than 1,000 digits", remedy);
        }
        return new JsonFault("a text or name is longer than any that is read", remedy);
    }
}
