package app.attune.segments.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goes through the words of one row.
final class TextCursor {
    private static final String QUOTE =
            "Names with blanks and names that are words of the language stand in quotation marks, texts always.";

    private final List<TextToken> tokens = new ArrayList<>();
    private int at;

    /// @param lines of the row and its continuation, at least one
    TextCursor(List<TextLine> lines) {
        lines.forEach(line -> tokens.addAll(line.tokens()));
    }

    boolean isAtEnd() {
        return at == tokens.size();
    }

    /// Whether these words come next.
    boolean sees(String phrase) {
        String[] words = phrase.split(" ");
        if (at + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /// Goes past these words if they come next.
    boolean takes(String phrase) {
        boolean sees = sees(phrase);
        at += sees ? phrase.split(" ").length : 0;
        return sees;
    }

    /// Goes past these words.
    void needs(String phrase) {
        for (String word : phrase.split(" ")) {
            if (!takes(word)) {
                throw expected("\"" + phrase + "\" is", List.of(word));
            }
        }
    }

    /// A name of the data.
    String name(String what) {
        if (isAtEnd() || !isNameNext()) {
            throw expected(what + " is", List.of());
        }
        return tokens.get(at++).text();
    }

    /// A value: a text in quotation marks or any word.
    String value() {
        if (isAtEnd() || tokens.get(at).kind() == TextToken.Kind.MARK) {
            throw expected("a value is", List.of());
        }
        return tokens.get(at++).text();
    }

    private boolean isNameNext() {
        TextToken next = tokens.get(at);
        return next.kind() == TextToken.Kind.QUOTED
                || (next.kind() == TextToken.Kind.WORD && !TextWords.isReserved(next.text()));
    }

    /// The next word, whatever it is, if it is one.
    Optional<TextToken> word() {
        return isAtEnd() || tokens.get(at).kind() != TextToken.Kind.WORD
                ? Optional.empty()
                : Optional.of(tokens.get(at++));
    }

    void end() {
        if (!isAtEnd()) {
            throw expected("the end of the row is", List.of());
        }
    }

    /// That something else was to come next.
    ///
    /// @param what  as in "a number is"
    /// @param known phrases of which one may have been meant
    UnreadableText expected(String what, List<String> known) {
        Optional<NearPhrases.Miss> misread = misread();
        if (misread.isPresent()) {
            TextToken typo = misread.get().typo();
            return TextProblems.at(
                    typo,
                    "found " + TextProblems.found(typo) + " where a comparison is expected",
                    isAtEnd() ? meant(misread.get()) : meant(misread.get()) + " " + remedy(tokens.get(at)));
        }
        if (isAtEnd()) {
            TextToken last = tokens.getLast();
            return TextProblems.at(
                    last.line(),
                    last.column() + last.text().length() + (last.kind() == TextToken.Kind.QUOTED ? 2 : 0),
                    "the row ends where " + what + " expected",
                    "Write it after " + TextProblems.found(last) + ", on the line or on one that is indented further.");
        }
        Optional<NearPhrases.Miss> miss = NearPhrases.of(tokens.subList(at, tokens.size()), known);
        TextToken found = miss.map(NearPhrases.Miss::typo).orElse(tokens.get(at));
        return TextProblems.at(
                found,
                "found " + TextProblems.found(found) + " where " + what + " expected",
                miss.map(TextCursor::meant).orElseGet(() -> remedy(found)));
    }

    /// A comparison that was read as "is" and a value, since it has a typing error.
    private Optional<NearPhrases.Miss> misread() {
        boolean isAfterValue = at >= 2 && tokens.get(at - 2).is("is");
        return isAfterValue
                ? NearPhrases.of(tokens.subList(at - 2, tokens.size()), NearPhrases.COMPARISONS)
                        .filter(miss -> miss.phrase().startsWith("is "))
                : Optional.empty();
    }

    private static String meant(NearPhrases.Miss miss) {
        return "Did you mean \"" + miss.phrase() + "\"?";
    }

    /// That what came last is wrong.
    UnreadableText wrong(String what, String remedy) {
        TextToken last = tokens.get(at - 1);
        return TextProblems.at(last, "found " + TextProblems.found(last) + " where " + what + " is expected", remedy);
    }

    private static String remedy(TextToken found) {
        boolean isCurved = found.text().indexOf('\u201c') >= 0 || found.text().indexOf('\u201d') >= 0;
        return isCurved ? "Write straight quotation marks: \"." : QUOTE;
    }
}
