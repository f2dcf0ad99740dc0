package app.attune.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DateFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// A date axis in UTC that names days of the data only: starts of months, Mondays, or every day, as many as fit.
final class DayAxis extends DateAxis {
    private static final long serialVersionUID = 1L;
    private static final int DAYS_NAMED_ALL = 10;
    private static final int DAYS_BY_WEEK = 62;
    private static final double GAP = 1.2;
    private static final LocalDate LONG_NAME = LocalDate.of(2026, 11, 30);
    private static final LocalDate A_MONDAY = LocalDate.EPOCH.with(DayOfWeek.MONDAY);

    private final transient ChartStyle style;
    private final transient List<LocalDate> days;
    private final transient DateFormat format;

    DayAxis(ChartStyle style, List<LocalDate> days, DateFormat format) {
        super(null, TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ENGLISH);
        this.style = style;
        this.days = List.copyOf(days);
        this.format = format;
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature of JFreeChart
    public List refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        double widest = style.widthOf(words(LONG_NAME)) + GAP * style.pixels();
        int fitting = Math.max(1, (int) (area.getWidth() / widest));
        List<DateTick> ticks = new ArrayList<>();
        for (LocalDate day : named(fitting)) {
            ticks.add(new DateTick(date(day), words(day), TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
        }
        return ticks;
    }

    /// The finest of the rows of days, at most `most` of them.
    List<LocalDate> named(int most) {
        return IntStream.iterate(1, every -> every * 2)
                .mapToObj(every -> calendar().filter(rule(every)).toList())
                .filter(row -> row.size() <= most)
                .findFirst()
                .orElse(List.of());
    }

    private Stream<LocalDate> calendar() {
        return days.isEmpty()
                ? Stream.empty()
                : days.getFirst().datesUntil(days.getLast().plusDays(1));
    }

    private Predicate<LocalDate> rule(int every) {
        long span = days.isEmpty() ? 0 : ChronoUnit.DAYS.between(days.getFirst(), days.getLast());
        if (span > DAYS_BY_WEEK) {
            int months = every == 4 ? 3 : every == 8 ? 6 : every > 8 ? 12 * (every / 16) : every;
            return day -> day.getDayOfMonth() == 1 && (day.getYear() * 12 + day.getMonthValue() - 1) % months == 0;
        }
        if (span > DAYS_NAMED_ALL) {
            return day -> ChronoUnit.DAYS.between(A_MONDAY, day) % (7L * every) == 0;
        }
        return day -> ChronoUnit.DAYS.between(days.getFirst(), day) % every == 0;
    }

    private String words(LocalDate day) {
        return format.format(date(day));
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
