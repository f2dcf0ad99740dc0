package app.attune.events.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How bytes of a file stand for characters.
public enum Encoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8, 0),
    UTF_8_BOM("UTF-8 with byte order mark", StandardCharsets.UTF_8, 3),
    UTF_16LE("UTF-16, little endian", StandardCharsets.UTF_16LE, 0),
    UTF_16LE_BOM("UTF-16, little endian, with byte order mark", StandardCharsets.UTF_16LE, 2),
    UTF_16BE("UTF-16, big endian", StandardCharsets.UTF_16BE, 0),
    UTF_16BE_BOM("UTF-16, big endian, with byte order mark", StandardCharsets.UTF_16BE, 2),
    WINDOWS_1252("Windows-1252", Charset.forName("windows-1252"), 0),
    LATIN_1("Latin-1", StandardCharsets.ISO_8859_1, 0);

    private final String label;
    private final Charset charset;
    private final int markBytes;

    Encoding(String label, Charset charset, int markBytes) {
        this.label = label;
        this.charset = charset;
        this.markBytes = markBytes;
    }

    /// For reading, such as "Windows-1252".
    public String label() {
        return label;
    }

    public Charset charset() {
        return charset;
    }

    /// How many bytes at the start of the file are the mark and not text.
    int markBytes() {
        return markBytes;
    }
}
