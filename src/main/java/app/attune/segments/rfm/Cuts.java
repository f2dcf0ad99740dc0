package app.attune.segments.rfm;

import app.attune.core.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Where a number is cut into bands: band 0 is up to the first limit, band i above limit i-1 up to limit i, the last
/// band above the last limit. A value on a limit belongs to the band below it, so that equal users stay together.
///
/// @param limits ascending, at most nine, possibly none
public record Cuts(List<Double> limits) {
    private static final int MOST = 9;
    private static final int FIFTHS = 5;

    public Cuts {
        limits = List.copyOf(limits);
    }

    /// How many bands.
    public int bands() {
        return limits.size() + 1;
    }

    /// The band of a value.
    public int band(double value) {
        int band = 0;
        while (band < limits.size() && value > limits.get(band)) {
            band++;
        }
        return band;
    }

    /// Fifths of these values by nearest rank, each limit rounded up to a whole number; limits that are equal then are
    /// one, so that there may be fewer than five bands.
    static Cuts quintiles(double[] values) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        List<Double> limits = new ArrayList<>();
        for (int i = 1; i < FIFTHS && ascending.length > 0; i++) {
            int rank = (int) Math.ceil((double) i * ascending.length / FIFTHS);
            double limit = Math.ceil(ascending[Math.max(1, rank) - 1]);
            boolean splits = limit < ascending[ascending.length - 1];
            if (splits && (limits.isEmpty() || limit > limits.getLast())) {
                limits.add(limit);
            }
        }
        return new Cuts(limits);
    }

    /// Reads "5, 20, 60".
    ///
    /// @throws ProblemException `segments.bad-cuts`
    public static Cuts read(String typed) {
        List<Double> limits = new ArrayList<>();
        for (String one : typed.split("[,;\\s]+", -1)) {
            if (!one.isEmpty()) {
                limits.add(number(one));
            }
        }
        for (int i = 1; i < limits.size(); i++) {
            if (limits.get(i) <= limits.get(i - 1)) {
                throw bad("The limits \"" + typed + "\" do not ascend.");
            }
        }
        if (limits.size() > MOST) {
            throw bad("There are " + limits.size() + " limits, more than the " + MOST + " a grid can show.");
        }
        return new Cuts(limits);
    }

    private static double number(String one) {
        if (!one.matches("-?\\d{1,9}(\\.\\d{1,6})?")) {
            throw bad("\"" + one + "\" is no limit.");
        }
        return Double.parseDouble(one);
    }

    private static ProblemException bad(String why) {
        return ProblemException.of(
                "segments.bad-cuts", why, "Write ascending numbers with commas between them, such as 7, 30, 90.");
    }

    /// As [#read] reads it.
    public String text() {
        return limits.stream().map(Cuts::plain).collect(Collectors.joining(", "));
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /// "up to 5", "5 to 20", "over 20".
    public String name(int band) {
        if (limits.isEmpty()) {
            return "any";
        }
        if (band == 0) {
            return "up to " + plain(limits.getFirst());
        }
        return band == limits.size()
                ? "over " + plain(limits.getLast())
                : "over " + plain(limits.get(band - 1)) + " to " + plain(limits.get(band));
    }
}
