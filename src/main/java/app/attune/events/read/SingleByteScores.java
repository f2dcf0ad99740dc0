package app.attune.events.read;

import app.attune.events.read.EncodingGuess.Sureness;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Weighs encodings of one byte a character by the text they make: letters of their languages count for them; letters
/// of two scripts in one word, signs between letters, capitals inside words and control characters count against them.
final class SingleByteScores {
    private static final String WESTERN = "éäüößáóíèàâçêëîïôùûœúñãõåæøÄÖÜÉÀÇÑÅØÓÍÁ";
    private static final String CENTRAL = "ąćęłńśźżĄĆĘŁŃŚŹŻěščřžýáíéúůďťňŠČŘŽÝÁÉÚőűŐŰóöüäÓÖÜßăâîșțşţ";
    private static final String TURKISH = "ğışİŞĞçöüÇÖÜâ";
    private static final String BALTIC = "ąčęėįšųūžāēģīķļņõäöüĄČĘĖĮŠŲŪŽĀĒĢĪĶĻŅ";
    private static final String CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґОЕАИНТСРВЛКМДПУЯГЗБЧЙХЖШЮЦЭФ";
    private static final String GREEK = "αοιετσνηυρπκμλςόίάδγωέχθήφβξζύώψΑΒΓΔΕΖΗΘΙΚΛΜΝΟΠΡΣΤΥΦΧΩΆΈΉΊΌΎΏ";
    private static final String HEBREW = "יוהלאמרתבשנםדעחקפכגטצסזןךףץ";
    private static final String ARABIC = "اليمنوتربعدسفهكقحةجشصطخذىزضغظثأإءآؤئپچژگ";

    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate("windows-1252", WESTERN),
            new Candidate("ISO-8859-15", WESTERN),
            new Candidate("windows-1250", CENTRAL),
            new Candidate("ISO-8859-2", CENTRAL),
            new Candidate("windows-1254", TURKISH),
            new Candidate("windows-1257", BALTIC),
            new Candidate("windows-1251", CYRILLIC),
            new Candidate("KOI8-R", CYRILLIC),
            new Candidate("IBM866", CYRILLIC),
            new Candidate("windows-1253", GREEK),
            new Candidate("windows-1255", HEBREW),
            new Candidate("windows-1256", ARABIC),
            new Candidate("IBM850", WESTERN),
            new Candidate("ISO-8859-1", WESTERN));

    /// As many letters at the start of each list are the frequent ones.
    private static final int FREQUENT = 8;
    private static final int ENOUGH = 10;
    private static final double CLEAR = 1.2;

    private SingleByteScores() {}

    /// The encoding with the highest score; of equal ones the more common.
    static EncodingGuess best(byte[] head) {
        List<Scored> scored = new ArrayList<>();
        for (Candidate candidate : CANDIDATES) {
            if (Charset.isSupported(candidate.name)) {
                Charset charset = Charset.forName(candidate.name);
                scored.add(new Scored(charset, score(new String(head, charset), candidate.letters)));
            }
        }
        Scored best =
                scored.stream().max(Comparator.comparingDouble(Scored::score)).orElseThrow();
        // Of equal scores the first is taken, so the others must be clearly below to make it likely.
        Scored first = scored.stream()
                .filter(other -> other.score >= best.score - 1e-9)
                .findFirst()
                .orElse(best);
        double second = scored.stream()
                .filter(other -> !sameText(head, other, first))
                .mapToDouble(Scored::score)
                .max()
                .orElse(0);
        int beyond = 0;
        for (byte b : head) {
            beyond += b < 0 ? 1 : 0;
        }
        boolean clear = beyond >= ENOUGH && first.score > 0 && first.score > second * CLEAR;
        return new EncodingGuess(
                new Encoding(first.charset),
                clear ? Sureness.LIKELY : Sureness.GUESSED,
                "its letters make the most sensible words of the " + beyond
                        + " bytes beyond ASCII that were looked at.");
    }

    private static boolean sameText(byte[] head, Scored one, Scored other) {
        return new String(head, one.charset).equals(new String(head, other.charset));
    }

    private static double score(String text, String letters) {
        double score = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            run = c > 127 && Character.isLetter(c) ? run + 1 : 0;
            if (c > 127) {
                char before = i > 0 ? text.charAt(i - 1) : ' ';
                char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                score += Character.isLetter(c)
                        ? letter(c, before, letters, run) + joined(c, after)
                        : sign(c, before, after);
            }
        }
        return score;
    }

    private static double letter(char c, char before, String letters, int run) {
        int rank = letters.indexOf(c);
        double score = rank < 0 ? -0.5 : rank < FREQUENT ? 1.4 : 0.8;
        if (Character.isLetter(before)) {
            score += Character.isLowerCase(before) && Character.isUpperCase(c) ? -1.5 : 0;
        }
        // Words of the Latin script have few accented letters in a row; those of other scripts have nothing else.
        boolean latin = isLatin(c);
        return score + (latin && run >= 3 ? -1.5 : 0) + joined(c, before);
    }

    private static double joined(char c, char neighbour) {
        return Character.isLetter(neighbour) && isLatin(c) != isLatin(neighbour) ? -1 : 0;
    }

    private static boolean isLatin(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static double sign(char c, char before, char after) {
        if (c == '\uFFFD' || Character.isISOControl(c)) {
            return -5;
        }
        boolean amount = Character.isDigit(before) || Character.isDigit(after);
        if (c == '€') {
            return 1;
        }
        if (Character.isLetter(before) && Character.isLetter(after)) {
            return c == '’' || c == '´' ? 0.5 : -2;
        }
        boolean usual = "„“”‚‘’–—…«»§°£²³·©®™\u00A0".indexOf(c) >= 0;
        return usual || (amount && c == '¢') ? 0.5 : -0.5;
    }

    private record Candidate(String name, String letters) {}

    private record Scored(Charset charset, double score) {}
}
