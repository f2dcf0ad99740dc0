package app.attune.core.sql;

import app.attune.core.ProblemException;
import app.attune.core.Require;
import app.attune.core.Sha256;
import java.nio.charset.StandardCharsets;

/// One numbered step of the store's structure: statements run once, in the order of the numbers.
///
/// @param number from 1, without gaps between the ones that exist
/// @param name   of the file without number and ending, such as `events`
record Migration(int number, String name, String sql) {
    Migration {
        Require.that(number > 0, "A migration's number starts at 1");
        Require.notBlank(sql, "A migration's statements");
    }

    /// From a file's name such as `002_events.sql` and its text; line ends do not count.
    static Migration of(String fileName, String text) {
        int bar = fileName.indexOf('_');
        if (bar < 1 || !fileName.endsWith(".sql")) {
            throw ProblemException.of(
                    "store.bad-migration", "Not a migration's name: " + fileName + ".", "Name it NNN_name.sql.");
        }
        int number = Integer.parseInt(fileName.substring(0, bar));
        String name = fileName.substring(bar + 1, fileName.length() - ".sql".length());
        return new Migration(number, name, text.replace("\r\n", "\n"));
    }

    /// SHA-256 of the statements, in lower-case hex.
    String checksum() {
        return Sha256.of(sql.getBytes(StandardCharsets.UTF_8));
    }
}
