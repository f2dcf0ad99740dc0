package app.attune.segments.text;

import app.attune.core.ProblemException;
import app.attune.segments.Condition;
import app.attune.segments.ConditionJson;

/// Conditions as text, one row a line and groups by indentation:
///
/// ```
/// all of
///   country is one of "DE", "AT"
///   count of purchase where value is at least 20 in the last 30 days is at least 3
///   none of
///     segment newsletter
/// ```
///
/// Reading what was written gives an equal condition, and writing that gives the same text. The grammar is in decision
/// 0102.
public final class ConditionText {
    private ConditionText() {}

    /// Lines that end in line feeds, the last one as well.
    public static String write(Condition condition) {
        return TextWriter.write(condition);
    }

    /// @throws ProblemException `segments.unreadable-text` naming line and column
    public static Condition read(String text) {
        return switch (reading(text)) {
            case TextReading.Read read -> read.condition();
            case TextReading.Unreadable wrong ->
                throw ProblemException.of(
                        wrong.problem().code(), wrong.problem().message(), wrong.remedyAndForms());
        };
    }

    /// As [#read], with the place where it cannot be read.
    public static TextReading reading(String text) {
        try {
            return new TextReading.Read(TextReader.read(text));
        } catch (UnreadableText e) {
            return e.reading();
        }
    }

    /// A condition in any form in which Attune shows one: as this text, or as [ConditionJson#readShown] reads it.
    ///
    /// @throws ProblemException as [#read] or as [ConditionJson#readShown]
    public static Condition readShown(String text) {
        String plain = withoutMark(text);
        return isJson(plain) ? ConditionJson.readShown(plain) : read(plain);
    }

    /// As [#readShown], with the place where a text cannot be read.
    ///
    /// @throws ProblemException as [ConditionJson#readShown]
    public static TextReading readingShown(String text) {
        String plain = withoutMark(text);
        return isJson(plain) ? new TextReading.Read(ConditionJson.readShown(plain)) : reading(plain);
    }

    /// Without the byte order mark some editors put in front of a file.
    public static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// Whether a line starts with a brace or the text with a bracket, which no line of ours does.
    private static boolean isJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[") || text.contains("\n{");
    }
}
