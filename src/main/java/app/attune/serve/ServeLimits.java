package app.attune.serve;

import java.time.Duration;

/// How much is taken at once, and how long things may take.
///
/// @param budget       within which a decision is made, or the fallback is given instead
/// @param requestBytes most of one request
/// @param batch        most decisions of a batch, whose body may have as many bytes as 16 requests
/// @param waiting      most decisions that wait for a processor
/// @param watch        how often the bundle's folder is looked at; zero for never
/// @param stop         how long what is in flight may take when the server stops
/// @param reading      within which the body of a request must have come; shorter than the server of the JDK waits
public record ServeLimits(
        Duration budget, int requestBytes, int batch, int waiting, Duration watch, Duration stop, Duration reading) {
    private static final int BATCH_BYTES = 16;
    private static final Duration USUAL_READING = Duration.ofSeconds(8);

    /// With the usual time for reading.
    public ServeLimits(Duration budget, int requestBytes, int batch, int waiting, Duration watch, Duration stop) {
        this(budget, requestBytes, batch, waiting, watch, stop, USUAL_READING);
    }

    public ServeLimits {
        require(budget.isPositive(), "The latency budget is not above 0 ms");
        require(requestBytes > 0 && requestBytes <= 1 << 26, "The largest request is not from 1 byte to 64 MB");
        require(reading.isPositive(), "The time for reading a request is not above 0 ms");
        require(batch > 0, "The largest batch is not above 0");
        require(waiting > 0, "The number of waiting decisions is not above 0");
        require(!watch.isNegative() && !stop.isNegative(), "A time is below 0");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    public static ServeLimits usual() {
        return new ServeLimits(
                Duration.ofMillis(50), 256 << 10, 1000, 1024, Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    int batchBytes() {
        return requestBytes * BATCH_BYTES;
    }
}
