package app.attune.events.read;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Knows files that are no text by how they begin.
final class BinaryDetection {
    private BinaryDetection() {}

    static Optional<FileFormat> detect(byte[] head) {
        if (startsWith(head, "PAR1")) {
            return Optional.of(FileFormat.of(FileKind.PARQUET));
        }
        if (startsWith(head, "Obj\u0001")) {
            return Optional.of(FileFormat.of(FileKind.AVRO));
        }
        return isWorkbook(head)
                ? Optional.of(FileFormat.of(FileKind.WORKBOOK).withHeader(Header.PRESENT))
                : Optional.empty();
    }

    /// A ZIP archive that names the parts of a workbook near its start.
    private static boolean isWorkbook(byte[] head) {
        if (!startsWith(head, "PK\u0003\u0004")) {
            return false;
        }
        String names = new String(head, StandardCharsets.ISO_8859_1);
        boolean office = names.contains("[Content_Types].xml") || names.contains("_rels/.rels");
        return names.contains("xl/") || (office && !names.contains("word/") && !names.contains("ppt/"));
    }

    private static boolean startsWith(byte[] head, String mark) {
        return new String(head, 0, Math.min(head.length, mark.length()), StandardCharsets.ISO_8859_1).equals(mark);
    }
}
