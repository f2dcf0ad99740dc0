package app.attune.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Made-up events of fifty thousand users in the order in which they happened; the value of each is its number.
final class MillionEvents {
    private static final int USERS = 50_000;
    private static final long START = Instant.parse("2026-08-01T06:00:00Z").getEpochSecond();
    private static final int BAD_ONE_IN = 10_000;

    private MillionEvents() {}

    /// Every row is good.
    static Path good(Path folder, int rows) {
        return write(folder.resolve("shop.csv"), "user_id,event_time,event_type,item_id,price,newsletter", rows, false);
    }

    /// One row in ten thousand has no time, and the headings say nothing to a machine.
    static Path odd(Path folder, int rows) {
        return write(folder.resolve("odd.csv"), "who,when,did,thing,worth,mail", rows, true);
    }

    /// How the window writes the time and the user of a row of the file.
    static String timeAndUser(int row) {
        return time(row).replace('T', ' ').replace("Z", "") + ", " + user(row);
    }

    private static String time(int row) {
        return Instant.ofEpochSecond(START + row * 7L).toString();
    }

    private static String user(int row) {
        return "u" + (100_000 + row % USERS);
    }

    private static Path write(Path file, String head, int rows, boolean odd) {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(head + '\n');
            for (int row = 0; row < rows; row++) {
                String time = odd && row % BAD_ONE_IN == 7 ? "soon" : time(row);
                String type = row % 20 == 0 ? "purchase" : "view";
                out.write(user(row) + ',' + time + ',' + type + ",i" + row % 977 + ',' + row + ','
                        + (row % 3 == 0 ? "no" : "yes") + '\n');
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
