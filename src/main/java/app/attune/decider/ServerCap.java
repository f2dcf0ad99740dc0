package app.attune.decider;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// How often a rule may fire for one user: of the firings before a request, fewer than `times` may lie in the window.
///
/// @param window  how long before the request firings count; empty if not by their age
/// @param zone    on whose clock firings of the same date count; empty if not by their date
/// @param inVisit whether firings since the visit began count
record ServerCap(int times, Optional<Duration> window, Optional<ZoneId> zone, boolean inVisit) {
    private static final long DAY = 86_400;
    private static final ServerCap NONE = new ServerCap(0, Optional.empty(), Optional.empty(), false);

    private static final int MOST_TIMES = 100;
    private static final int LONGEST = 1000;

    /// Whether the rule may fire once more.
    boolean allows(List<Instant> firings, Instant at, Optional<Instant> visitStart) {
        if (times == 0) {
            return true;
        }
        int counted = 0;
        for (Instant firing : firings) {
            if (firing.compareTo(at) < 0 && isInWindow(firing, at, visitStart)) {
                counted++;
            }
        }
        return counted < times;
    }

    private boolean isInWindow(Instant firing, Instant at, Optional<Instant> visitStart) {
        if (window.isPresent()) {
            return Duration.between(firing, at).minus(window.get()).compareTo(Duration.ZERO) <= 0;
        }
        if (zone.isPresent()) {
            return day(firing, zone.get()) == day(at, zone.get());
        }
        return inVisit && visitStart.isPresent() && firing.compareTo(visitStart.get()) >= 0;
    }

    private static long day(Instant instant, ZoneId zone) {
        long local =
                instant.getEpochSecond() + zone.getRules().getOffset(instant).getTotalSeconds();
        return Math.floorDiv(local, DAY);
    }

    static ServerCap read(Fields rule) {
        if (!rule.has("cap")) {
            return NONE;
        }
        Fields fields = rule.object("cap");
        int times = limited(fields, "times", MOST_TIMES);
        String per = fields.text("per");
        return switch (per) {
            case "days" -> aged(times, Duration.ofDays(limited(fields, "length", LONGEST)));
            case "hours" -> aged(times, Duration.ofHours(limited(fields, "length", LONGEST)));
            case "calendar-day" ->
                new ServerCap(times, Optional.empty(), Optional.of(ServerSchedule.zone(fields)), false);
            case "visit" -> new ServerCap(times, Optional.empty(), Optional.empty(), true);
            default -> throw fields.malformed("the window \"" + per + "\" of a cap is not known");
        };
    }

    private static ServerCap aged(int times, Duration window) {
        return new ServerCap(times, Optional.of(window), Optional.empty(), false);
    }

    private static int limited(Fields fields, String name, int most) {
        int number = fields.whole(name);
        if (number < 1 || number > most) {
            throw fields.malformed("\"" + name + "\" is " + number + " and not from 1 to " + most);
        }
        return number;
    }
}
