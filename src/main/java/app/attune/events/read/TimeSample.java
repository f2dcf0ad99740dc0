package app.attune.events.read;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A value of a time column and what it is read as.
///
/// @param millis epoch milliseconds UTC; empty if the value does not fit
/// @param rest   the part from which on it does not fit; empty if it fits
public record TimeSample(String text, OptionalLong millis, String rest) {
    /// The values as they are read in this format.
    public static List<TimeSample> of(TimeFormat format, List<String> values) {
        TimeReader reader = new TimeReader(format);
        return values.stream().map(value -> of(reader, value)).toList();
    }

    private static TimeSample of(TimeReader reader, String value) {
        OptionalInt misfit = reader.misfit(value);
        return new TimeSample(
                value, reader.millis(value), misfit.isPresent() ? value.substring(misfit.getAsInt()) : "");
    }
}
