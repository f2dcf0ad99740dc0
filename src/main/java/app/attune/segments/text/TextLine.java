package app.attune.segments.text;

import java.util.List;

/// A line of the text form that says something.
///
/// @param number  from 1
/// @param indent  how far in it starts; a tab counts as two blanks
/// @param remarks on the lines above it and at its end
record TextLine(int number, int indent, List<TextToken> tokens, List<String> remarks) {
    TextLine {
        tokens = List.copyOf(tokens);
        remarks = List.copyOf(remarks);
    }

    TextToken first() {
        return tokens.getFirst();
    }
}
