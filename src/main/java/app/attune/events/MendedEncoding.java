package app.attune.events;

import app.attune.events.read.Encoding;
import app.attune.events.read.EncodingGuess;
import app.attune.events.read.FormatDetection;
import app.attune.events.read.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells how a spreadsheet saved a file of rejected rows, by the letters that the rows are known to hold.
final class MendedEncoding {
    private static final int ASCII = 127;
    private static final List<String> SPREADSHEETS =
            List.of("windows-1252", "windows-1250", "windows-1251", "x-MacRoman");

    private MendedEncoding() {}

    /// The guess itself unless an encoding of one byte a character makes more of the known letters.
    ///
    /// @param importIds of the rows
    static EncodingGuess of(EncodingGuess guess, SourceFile file, EventStore store, List<Long> importIds) {
        boolean certain = guess.encoding().equals(Encoding.UTF_8)
                || guess.encoding().charset().newEncoder().maxBytesPerChar() > 1;
        if (certain) {
            return guess;
        }
        Set<Integer> known = new HashSet<>();
        KeptAside kept = new KeptAside(store);
        importIds.forEach(id -> kept.all(
                id, row -> row.rejection().raw().chars().filter(c -> c > ASCII).forEach(known::add)));
        byte[] head = file.head(FormatDetection.HEAD_BYTES);
        EncodingGuess best = guess;
        long most = known(head, guess.encoding(), known);
        for (String name : SPREADSHEETS) {
            Encoding encoding = Encoding.of(name);
            long found = known(head, encoding, known);
            if (found > most) {
                most = found;
                best = new EncodingGuess(
                        encoding,
                        EncodingGuess.Sureness.LIKELY,
                        "its letters are those of the rows that were rejected.");
            }
        }
        return best;
    }

    private static long known(byte[] head, Encoding encoding, Set<Integer> known) {
        return new String(head, encoding.charset())
                .chars()
                .filter(known::contains)
                .count();
    }
}
