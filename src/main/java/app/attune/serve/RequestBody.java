package app.attune.serve;

import app.attune.core.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The body of one request, read on a virtual thread of its own, so that whoever sends it drop by drop is told so in
/// time and holds no thread of the machine meanwhile.
final class RequestBody {
    static final Map<String, String> CLOSE = Map.of("Connection", "close");

    private final InputStream stream;
    private final Duration limit;
    private Thread reader = Thread.currentThread();
    private boolean late;

    /// @param limit within which all of it must have come
    RequestBody(InputStream stream, Duration limit) {
        this.stream = stream;
        this.limit = limit;
    }

    /// At most so many bytes from the beginning.
    ///
    /// @throws Refusal 408 if they do not come in time
    byte[] read(int most) throws IOException {
        FutureTask<byte[]> reading = new FutureTask<>(() -> stream.readNBytes(most));
        reader = Thread.ofVirtual().name("attune-body").start(reading);
        try {
            return reading.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            late = true;
            throw tooSlow();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server stops");
        }
    }

    private Refusal tooSlow() {
        Problem problem = new Problem(
                "serve.too-slow",
                "The request did not come within " + limit.toMillis() + " ms.",
                "Send it at once, on a new connection.");
        return new Refusal(408, problem, CLOSE);
    }

    /// Once the answer is sent: the rest of a late body is not waited for, which closes its connection.
    void leave() {
        if (late) {
            reader.interrupt();
        }
    }
}
