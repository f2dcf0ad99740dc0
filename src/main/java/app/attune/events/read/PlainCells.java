package app.attune.events.read;

import java.nio.charset.StandardCharsets;
import java.time.zone.ZoneOffsetTransition;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Reads times and numbers straight from bytes when they are written the usual way, and as [TimeReader] and
/// [NumberText] do when they are not. Remembers the last day it saw.
public final class PlainCells {
    /// What [#millis] answers when the value is no time.
    public static final long NO_TIME = Long.MIN_VALUE;

    private static final int DATE = 10;
    private static final int MINUTES = 16;
    private static final int SECONDS = 19;
    private static final int MOST_DIGITS = 15;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final TimeReader times;
    private final boolean iso;
    private final boolean utc;
    private final DecimalMark mark;
    private final byte[] day = new byte[DATE];
    private long dayMillis = NO_TIME;

    /// @param changes as [TimeReader] takes it
    public PlainCells(TimeFormat time, DecimalMark mark, Consumer<ZoneOffsetTransition> changes) {
        this.times = new TimeReader(time, changes);
        this.iso = time.kind() == TimeKind.ISO;
        this.utc = time.zone().equals("UTC") || time.zone().equals("Z");
        this.mark = mark;
    }

    /// Epoch milliseconds UTC, or [#NO_TIME].
    public long millis(byte[] bytes, int from, int to) {
        if (iso && to - from >= SECONDS && isDay(bytes, from)) {
            long millis = clock(bytes, from, to);
            if (millis != NO_TIME) {
                return dayMillis + millis;
            }
        }
        String text = text(bytes, from, to);
        if (iso && text.length() > DATE && !isDay(bytes, from)) {
            remember(bytes, from, times.millis(text.substring(0, DATE) + "T00:00:00Z"));
        }
        return times.millis(text).orElse(NO_TIME);
    }

    private boolean isDay(byte[] bytes, int from) {
        if (dayMillis == NO_TIME) {
            return false;
        }
        for (int i = DATE - 1; i >= 0; i--) {
            if (bytes[from + i] != day[i]) {
                return false;
            }
        }
        return true;
    }

    private void remember(byte[] bytes, int from, OptionalLong millis) {
        System.arraycopy(bytes, from, day, 0, DATE);
        dayMillis = millis.orElse(NO_TIME);
    }

    /// Milliseconds of `Thh:mm:ss`, a fraction of which three digits count, and `Z` or nothing where the zone is UTC.
    private long clock(byte[] bytes, int from, int to) {
        int hours = two(bytes, from + DATE + 1);
        int minutes = two(bytes, from + DATE + 4);
        int seconds = two(bytes, from + MINUTES + 1);
        byte between = bytes[from + DATE];
        boolean usual = (between == 'T' || between == ' ')
                && bytes[from + DATE + 3] == ':'
                && bytes[from + MINUTES] == ':'
                && hours >= 0
                && hours < 24
                && minutes >= 0
                && minutes < 60
                && seconds >= 0
                && seconds < 60;
        if (!usual) {
            return NO_TIME;
        }
        int at = from + SECONDS;
        int fraction = 0;
        if (at < to && bytes[at] == '.') {
            int unit = 100;
            for (at++; at < to && isDigit(bytes[at]); at++) {
                fraction += (bytes[at] - '0') * unit;
                unit /= 10;
            }
        }
        boolean ends = at == to ? utc : at == to - 1 && bytes[at] == 'Z';
        return ends ? ((hours * 60L + minutes) * 60 + seconds) * 1_000 + fraction : NO_TIME;
    }

    private static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    /// The finite number these bytes stand for, or NaN.
    ///
    /// Up to 15 digits and a power of ten are exact in a double, so their quotient is the nearest one. Source: Clinger,
    /// "How to Read Floating Point Numbers Accurately", PLDI 1990.
    public double number(byte[] bytes, int from, int to) {
        int at = from < to && bytes[from] == '-' ? from + 1 : from;
        long digits = 0;
        int point = -1;
        int count = 0;
        for (int i = at; i < to; i++) {
            byte c = bytes[i];
            if (isDigit(c)) {
                digits = digits * 10 + (c - '0');
                count++;
            } else if (c == '.' && point < 0 && mark == DecimalMark.POINT) {
                point = i;
            } else {
                return exact(bytes, from, to);
            }
            if (count > MOST_DIGITS) {
                return exact(bytes, from, to);
            }
        }
        if (count == 0) {
            return exact(bytes, from, to);
        }
        double number = point < 0 ? digits : digits / POWERS[to - point - 1];
        return at > from ? -number : number;
    }

    private double exact(byte[] bytes, int from, int to) {
        OptionalDouble number = NumberText.parse(text(bytes, from, to), mark);
        return number.orElse(Double.NaN);
    }

    /// Whether these bytes are a number that is kept as written: digits with at most one point, or nothing.
    public static boolean isPlainNumber(byte[] bytes, int from, int to) {
        boolean code = to - from > MOST_DIGITS || (to - from > 1 && bytes[from] == '0' && isDigit(bytes[from + 1]));
        int points = code ? 2 : 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '.') {
                points++;
            } else if (!isDigit(bytes[i])) {
                return false;
            }
        }
        return points == 0 || (points == 1 && to - from > 1);
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
