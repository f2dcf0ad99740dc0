package app.attune.events.store;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.zip.CRC32C;

/// CRC-32C of columns and of the chunks they make up.
final class Checksums {
    private Checksums() {}

    static long of(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }

    /// Of the names and checksums of all columns, so that a missing column shows.
    static long ofAll(SortedMap<String, Long> columns) {
        CRC32C crc = new CRC32C();
        columns.forEach((name, value) -> crc.update((name + "=" + value + ";").getBytes(StandardCharsets.UTF_8)));
        return crc.getValue();
    }
}
