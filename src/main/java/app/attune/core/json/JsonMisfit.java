package app.attune.core.json;

import app.attune.core.NearNames;
import app.attune.core.ProblemException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Readable JSON that does not say what is asked of it.
///
/// @param text the whole of it
record JsonMisfit(String text, JsonMappingException cause) {
    private static final int SHOWN = 60;

    /// Where in the document: `/rules/0/status`.
    static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    static JsonFault outOfRange(InputCoercionException range) {
        String digits = String.valueOf(range.getOriginalMessage()).replaceAll("^[^(]*\\((-?[0-9.eE+]+).*$", "$1");
        return JsonFault.byPlace("found " + shortened(digits) + ", expected "
                + Expected.of(range.getTargetType()).words());
    }

    JsonFault fault() {
        return switch (cause) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case InvalidFormatException format -> value(format.getTargetType());
            case ValueInstantiationException refused -> refused(refused);
            case MismatchedInputException other -> mismatch(other);
            default ->
                cause.getCause() instanceof InputCoercionException range
                        ? outOfRange(range)
                        : JsonFault.syntax(String.valueOf(cause.getOriginalMessage()));
        };
    }

    private static JsonFault unknown(UnrecognizedPropertyException unknown) {
        List<String> known = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of()).stream()
                .map(String::valueOf)
                .sorted()
                .toList();
        String name = unknown.getPropertyName();
        return new JsonFault(
                quoted(name) + " is not known here; known are " + String.join(", ", known),
                NearNames.question(name, known).orElse("Delete it, or correct its name."));
    }

    private JsonFault mismatch(MismatchedInputException misfit) {
        if (String.valueOf(misfit.getOriginalMessage()).startsWith("Trailing token")) {
            return new JsonFault("something follows after the end", "Delete what comes after the last bracket.");
        }
        return found().map(found -> value(misfit.getTargetType())).orElseGet(this::missing);
    }

    private JsonFault value(@Nullable Class<?> target) {
        Expected expected = Expected.of(target);
        String found = found().orElse("something else");
        String said = "found " + found + ", expected " + expected.words();
        return NearNames.question(found.replace("\"", ""), expected.constants())
                .map(question -> new JsonFault(said, question))
                .orElseGet(() -> JsonFault.byPlace(said));
    }

    /// A field that is needed, perhaps there under a misspelt name.
    private JsonFault missing() {
        String path = path(cause);
        int last = path.lastIndexOf('/');
        String name = path.substring(last + 1);
        Optional<String> near = NearNames.nearest(name, siblings(path.substring(0, Math.max(0, last))));
        String said = quoted(name) + " is missing";
        return near.map(other ->
                        new JsonFault(said + "; there is " + quoted(other), "Did you mean " + quoted(name) + "?"))
                .orElseGet(() -> JsonFault.byPlace(said));
    }

    private List<String> siblings(String parent) {
        try {
            List<String> names = new ArrayList<>();
            Json.mapper()
                    .readTree(text)
                    .at(JsonPointer.compile(parent))
                    .fieldNames()
                    .forEachRemaining(names::add);
            return names;
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    /// A value's own rules speak for themselves; a missing part is all that is left otherwise.
    private static JsonFault refused(ValueInstantiationException refused) {
        if (refused.getCause() instanceof ProblemException own) {
            return new JsonFault(
                    withoutPoint(own.problem().message()), own.problem().remedy());
        }
        String said = refused.getCause() instanceof IllegalArgumentException own ? own.getMessage() : null;
        String clause = said == null ? "something that is needed is missing" : said;
        return JsonFault.byPlace(withoutPoint(clause));
    }

    private static String withoutPoint(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /// The value at the place, or nothing where an object or list ends instead.
    private Optional<String> found() {
        int at = cause.getLocation() == null ? -1 : (int) cause.getLocation().getCharOffset();
        if (at < 0 || at >= text.length()) {
            return Optional.empty();
        }
        return switch (text.charAt(at)) {
            case '{' -> Optional.of("an object");
            case '[' -> Optional.of("a list");
            case '}', ']', ',' -> Optional.empty();
            case '"' -> Optional.of(quoted(upTo(at + 1, "\"")));
            default -> Optional.of(shortened(upTo(at, ",}] \t\r\n")));
        };
    }

    private String upTo(int from, String ends) {
        int to = from;
        while (to < text.length() && (ends.indexOf(text.charAt(to)) < 0 || text.charAt(to - 1) == '\\')) {
            to++;
        }
        return text.substring(from, to);
    }

    static String quoted(String text) {
        return "\"" + shortened(text) + "\"";
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /// What belongs at a place.
    ///
    /// @param constants the words there are, if only some words are allowed
    private record Expected(String words, List<String> constants) {
        private static final List<String> WHOLE = List.of("int", "long", "short", "Integer", "Long", "BigInteger");
        private static final List<String> NUMBERS = List.of("double", "float", "Double", "Float", "BigDecimal");

        static Expected of(@Nullable Class<?> target) {
            List<String> constants = new ArrayList<>();
            if (target != null && target.isEnum()) {
                for (Object constant : target.getEnumConstants()) {
                    constants.add(((Enum<?>) constant).name());
                }
                return new Expected("one of " + String.join(", ", constants), constants);
            }
            return new Expected(target == null ? "an object" : words(target), constants);
        }

        private static String words(Class<?> target) {
            String name = target.getSimpleName();
            if (WHOLE.contains(name)) {
                return name.startsWith("int") ? "a whole number of at most 2,147,483,647" : "a whole number";
            }
            if (NUMBERS.contains(name)) {
                return "a number";
            }
            if (target.isArray() || Collection.class.isAssignableFrom(target)) {
                return "a list";
            }
            return switch (name) {
                case "boolean", "Boolean" -> "true or false";
                case "String" -> "a text in quotation marks";
                case "Instant" -> "a time such as 2026-11-14T00:00:00Z";
                default -> "an object";
            };
        }
    }
}
