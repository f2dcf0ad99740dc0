package app.attune.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.XYPlot;

/// A plot over days whose horizontal lines end at the last day: right of it stand the names of the lines.
final class DayPlot extends XYPlot {
    private static final long serialVersionUID = 1L;

    private final double last;

    DayPlot(List<LocalDate> days) {
        this.last = days.isEmpty()
                ? Double.POSITIVE_INFINITY
                : days.getLast().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    @Override
    protected void drawRangeGridlines(Graphics2D graphics, Rectangle2D area, List<ValueTick> ticks) {
        super.drawRangeGridlines(graphics, toLast(area), ticks);
    }

    @Override
    protected void drawZeroRangeBaseline(Graphics2D graphics, Rectangle2D area) {
        if (getRangeAxis().getRange().contains(0)) {
            double zero = getRangeAxis().valueToJava2D(0, area, getRangeAxisEdge());
            double y = Math.min(zero, area.getMaxY() - 1);
            graphics.setPaint(getRangeZeroBaselinePaint());
            graphics.setStroke(getRangeZeroBaselineStroke());
            graphics.draw(new Line2D.Double(area.getX(), y, toLast(area).getMaxX(), y));
        }
    }

    private Rectangle2D toLast(Rectangle2D area) {
        double end = getDomainAxis().getRange().contains(last)
                ? getDomainAxis().valueToJava2D(last, area, getDomainAxisEdge())
                : area.getMaxX();
        return new Rectangle2D.Double(area.getX(), area.getY(), Math.max(1, end - area.getX()), area.getHeight());
    }
}
