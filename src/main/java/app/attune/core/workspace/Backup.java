package app.attune.core.workspace;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A copy of a workspace's store, named by when it was made and the checksum it was made with.
///
/// @param crc32c of the file's bytes, eight hexadecimal digits
/// @param bytes  how long the file is now
/// @param maker  who wanted it
public record Backup(Path file, Instant madeAt, String crc32c, long bytes, Maker maker) {
    /// Who wanted a backup.
    public enum Maker {
        /// Attune, when it opened or replaced the store.
        ATTUNE,
        /// The analyst: it stays until the analyst deletes it.
        ANALYST
    }

    private static final String KEPT = "-kept";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME =
            Pattern.compile("store-([0-9]{8}-[0-9]{6}-[0-9]{3})-([0-9a-f]{8})(" + KEPT + ")?\\.mv\\.db");

    private static final Pattern OLD_COUNTS = Pattern.compile("store-[0-9]{8}-[0-9]{6}-[0-9]{3}-[0-9a-f]{8}\\.json");

    /// Whether it is what an older version kept [#beside] a backup.
    static boolean isOldCounts(Path file) {
        return OLD_COUNTS.matcher(file.getFileName().toString()).matches();
    }

    /// What the analyst calls it: the time and the checksum.
    public String name() {
        return TIME.format(madeAt) + "-" + crc32c;
    }

    /// Where what is known of it may be kept; removed with it.
    public Path beside() {
        return file.resolveSibling("store-" + name() + ".counts.json");
    }

    static String fileName(Instant madeAt, String crc32c, Maker maker) {
        String kept = switch (maker) {
            case ATTUNE -> "";
            case ANALYST -> KEPT;
        };
        return "store-" + TIME.format(madeAt) + "-" + crc32c + kept + ".mv.db";
    }

    /// Whether it stays until the analyst deletes it.
    public boolean isByHand() {
        return maker == Maker.ANALYST;
    }

    /// Empty if the file's name is not that of a backup.
    static Optional<Backup> at(Path file, long bytes) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            Instant madeAt = LocalDateTime.parse(name.group(1), TIME).toInstant(ZoneOffset.UTC);
            Maker maker = name.group(3) == null ? Maker.ATTUNE : Maker.ANALYST;
            return Optional.of(new Backup(file, madeAt, name.group(2), bytes, maker));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
