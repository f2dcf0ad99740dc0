package app.attune.events.read;

import java.nio.charset.StandardCharsets;

/// What the bytes of a file are wrapped in, told by how they begin and never by the file's name.
enum Container {
    NONE,
    GZIP,
    BZIP2,
    ZIP;

    /// How many bytes [#of] looks at.
    static final int HEAD_BYTES = 16;

    static Container of(byte[] head) {
        if (startsWith(head, 0, "\u001f\u008b")) {
            return GZIP;
        }
        boolean bzip2 = startsWith(head, 0, "BZh") && head.length > 9 && head[3] >= '1' && head[3] <= '9';
        if (bzip2 && (startsWith(head, 4, "1AY&SY") || startsWith(head, 4, "\u0017rE8P\u0090"))) {
            return BZIP2;
        }
        return startsWith(head, 0, "PK\u0003\u0004") || startsWith(head, 0, "PK\u0005\u0006") ? ZIP : NONE;
    }

    private static boolean startsWith(byte[] head, int from, String mark) {
        byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < from + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (head[from + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
