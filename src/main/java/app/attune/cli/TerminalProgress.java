package app.attune.cli;

import app.attune.core.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Progress as one line on a terminal, rewritten at most four times a second.
final class TerminalProgress implements Progress {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final PrintStream terminal;
    private final Clock clock;
    private Instant last = Instant.EPOCH;

    TerminalProgress(PrintStream terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public synchronized void report(String stage, long done, long total) {
        Instant now = clock.instant();
        if (Duration.between(last, now).compareTo(PAUSE) < 0) {
            return;
        }
        last = now;
        String share = total <= 0 ? "" : String.format(Locale.ROOT, " %d %%", Math.min(100, 100 * done / total));
        terminal.printf("\r\u001b[2K%s%s", stage, share);
        terminal.flush();
    }

    @Override
    public boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }

    /// Leaves the line empty for what comes next.
    void clear() {
        terminal.print("\r\u001b[2K");
        terminal.flush();
    }
}
