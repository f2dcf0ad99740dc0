package app.attune.core.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which backups are kept: the last five, the last of each day for a week, the last of each week for five weeks, and
/// never more than 4 GB but for the last two. Days and weeks are those of UTC. Those the analyst made are all kept and
/// count for none of this.
final class Retention {
    static final int LAST = 5;
    static final int DAYS = 7;
    static final int WEEKS = 5;

    private static final long TOTAL_BYTES = 4L << 30;
    private static final int ALWAYS = 2;

    private Retention() {}

    /// Those to drop of `all`, which are sorted newest first.
    static List<Backup> dropped(List<Backup> all, Instant now) {
        List<Backup> newestFirst =
                all.stream().filter(backup -> !backup.isByHand()).toList();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        Set<String> seen = new HashSet<>();
        List<Backup> dropped = new ArrayList<>();
        long total = 0;
        int kept = 0;
        for (int i = 0; i < newestFirst.size(); i++) {
            Backup backup = newestFirst.get(i);
            boolean fits = kept < ALWAYS || total + backup.bytes() <= TOTAL_BYTES;
            boolean isLastOfItsTime = standsFor(backup, today, seen);
            if (fits && (i < LAST || isLastOfItsTime)) {
                kept++;
                total += backup.bytes();
            } else {
                dropped.add(backup);
            }
        }
        return dropped;
    }

    /// Whether it is the last of a day or week that still counts.
    private static boolean standsFor(Backup backup, LocalDate today, Set<String> seen) {
        LocalDate day = backup.madeAt().atZone(ZoneOffset.UTC).toLocalDate();
        long age = ChronoUnit.DAYS.between(day, today);
        String week = day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        boolean firstOfDay = seen.add(day.toString());
        boolean firstOfWeek = seen.add(week);
        return (firstOfDay && age < DAYS) || (firstOfWeek && age < 7L * WEEKS);
    }
}
