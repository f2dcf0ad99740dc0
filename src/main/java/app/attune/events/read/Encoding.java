package app.attune.events.read;

import app.attune.core.ProblemException;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How bytes of a file stand for characters: any character set this Java knows. A byte order mark at the start of the
/// file is never part of the text.
public record Encoding(Charset charset) {
    public static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8);
    public static final Encoding UTF_16LE = new Encoding(StandardCharsets.UTF_16LE);
    public static final Encoding UTF_16BE = new Encoding(StandardCharsets.UTF_16BE);
    public static final Encoding LATIN_1 = new Encoding(StandardCharsets.ISO_8859_1);
    public static final Encoding WINDOWS_1252 = new Encoding(Charset.forName("windows-1252"));

    /// Names that older versions wrote.
    private static final Map<String, Encoding> FORMER = Map.of(
            "UTF_8", UTF_8,
            "UTF_8_BOM", UTF_8,
            "UTF_16LE", UTF_16LE,
            "UTF_16LE_BOM", UTF_16LE,
            "UTF_16BE", UTF_16BE,
            "UTF_16BE_BOM", UTF_16BE,
            "WINDOWS_1252", WINDOWS_1252,
            "LATIN_1", LATIN_1);

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("UTF-16LE", "UTF-16, little endian"),
            Map.entry("UTF-16BE", "UTF-16, big endian"),
            Map.entry("windows-1252", "Windows-1252 (Western)"),
            Map.entry("ISO-8859-1", "Latin-1 (Western)"),
            Map.entry("ISO-8859-15", "ISO-8859-15 (Western with €)"),
            Map.entry("windows-1250", "Windows-1250 (Central European)"),
            Map.entry("ISO-8859-2", "ISO-8859-2 (Central European)"),
            Map.entry("windows-1251", "Windows-1251 (Cyrillic)"),
            Map.entry("KOI8-R", "KOI8-R (Russian)"),
            Map.entry("IBM866", "IBM866 (Russian, DOS)"),
            Map.entry("windows-1253", "Windows-1253 (Greek)"),
            Map.entry("windows-1254", "Windows-1254 (Turkish)"),
            Map.entry("windows-1255", "Windows-1255 (Hebrew)"),
            Map.entry("windows-1256", "Windows-1256 (Arabic)"),
            Map.entry("windows-1257", "Windows-1257 (Baltic)"),
            Map.entry("IBM850", "IBM850 (Western, DOS)"),
            Map.entry("Big5", "Big5 (Traditional Chinese)"),
            Map.entry("GB18030", "GB18030 (Chinese)"),
            Map.entry("Shift_JIS", "Shift_JIS (Japanese)"),
            Map.entry("EUC-JP", "EUC-JP (Japanese)"),
            Map.entry("EUC-KR", "EUC-KR (Korean)"));

    /// The ones that files are mostly written in.
    private static final List<String> COMMON = List.of(
            "UTF-8",
            "windows-1252",
            "ISO-8859-1",
            "ISO-8859-15",
            "UTF-16LE",
            "UTF-16BE",
            "windows-1250",
            "windows-1251",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "windows-1257",
            "ISO-8859-2",
            "KOI8-R",
            "IBM850",
            "IBM866",
            "Big5",
            "GB18030",
            "Shift_JIS",
            "EUC-JP",
            "EUC-KR");

    /// The encoding of this name, as `windows-1252`, `cp1252` or `utf8`.
    ///
    /// @throws ProblemException `import.unknown-encoding`
    @JsonCreator
    public static Encoding of(String name) {
        Encoding former = FORMER.get(name);
        if (former != null) {
            return former;
        }
        try {
            return new Encoding(Charset.forName(name.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw ProblemException.of(
                    "import.unknown-encoding",
                    "There is no encoding '" + name + "'.",
                    "Use one such as UTF-8, windows-1252, ISO-8859-15, Big5 or Shift_JIS.");
        }
    }

    /// All of them, the common ones first.
    public static Encoding[] values() {
        Set<Encoding> all = new LinkedHashSet<>();
        COMMON.stream().filter(Charset::isSupported).map(Encoding::of).forEach(all::add);
        List<Charset> rest = new ArrayList<>(Charset.availableCharsets().values());
        rest.removeIf(charset -> charset.name().contains("AutoDetect"));
        rest.forEach(charset -> all.add(new Encoding(charset)));
        return all.toArray(Encoding[]::new);
    }

    /// The registered name, such as `windows-1252`.
    @JsonValue
    public String name() {
        return charset.name();
    }

    /// For reading, such as "Windows-1252 (Western)".
    public String label() {
        return LABELS.getOrDefault(name(), name());
    }

    /// Where in a text a character stands for bytes that are none in this encoding.
    ///
    /// @param at of the character, from 0
    String placeOfBad(String text, int at) {
        int byteAt = text.substring(0, at).getBytes(charset).length;
        return "byte " + (byteAt + 1) + " of the row, character " + (at + 1) + ", is not " + name();
    }

    /// How many bytes of this start of a file are a mark and not text.
    int markBytes(byte[] head, int length) {
        return switch (name()) {
            case "UTF-8" -> startsWith(head, length, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            case "UTF-16LE" -> startsWith(head, length, 0xFF, 0xFE) ? 2 : 0;
            case "UTF-16BE" -> startsWith(head, length, 0xFE, 0xFF) ? 2 : 0;
            default -> 0;
        };
    }

    private static boolean startsWith(byte[] head, int length, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
