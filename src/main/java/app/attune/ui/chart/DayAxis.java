package app.attune.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;

/// A date axis in UTC without ticks beyond the last day: right of it stand the names of the lines.
final class DayAxis extends DateAxis {
    private static final long serialVersionUID = 1L;

    private final long last;

    DayAxis(List<LocalDate> days) {
        super(null, TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ENGLISH);
        this.last = days.isEmpty()
                ? Long.MAX_VALUE
                : days.getLast()
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // the signature of JFreeChart
    public List refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<Object> ticks = super.refreshTicks(graphics, state, area, edge);
        ticks.removeIf(tick -> tick instanceof ValueTick value && value.getValue() > last);
        return ticks;
    }
}
