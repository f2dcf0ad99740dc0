package app.attune.rules;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Schedules in words.
public final class ScheduleWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private ScheduleWords() {}

    /// "from 27 Nov 2026 00:00 to 1 Dec 2026 00:00 on Fri, Sat between 22:00 and 02:00 (Europe/Berlin)"; "always".
    public static String of(Schedule schedule) {
        if (schedule.isAlways()) {
            return "always";
        }
        List<String> words = new ArrayList<>();
        schedule.from().map(from -> "from " + moment(from)).ifPresent(words::add);
        schedule.to()
                .map(to -> (schedule.from().isPresent() ? "to " : "until ") + moment(to))
                .ifPresent(words::add);
        if (!schedule.days().isEmpty()) {
            words.add("on " + schedule.days().stream().map(ScheduleWords::of).collect(Collectors.joining(", ")));
        }
        schedule.hours()
                .map(hours -> "between " + hours.from() + " and " + hours.to())
                .ifPresent(words::add);
        return String.join(" ", words) + " (" + schedule.zone() + ")";
    }

    private static String moment(LocalDateTime local) {
        return MOMENT.format(local);
    }

    private static String of(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
