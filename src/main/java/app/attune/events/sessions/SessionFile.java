package app.attune.events.sessions;

import app.attune.core.Progress;
import app.attune.events.TableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Every session as a row of a CSV file.
public final class SessionFile {
    private static final List<String> HEADER =
            List.of("user_id", "session_number", "start", "end", "seconds", "events", "page_views");
    private static final int ROWS_A_CHECK = 4_096;

    private SessionFile() {}

    /// @throws app.attune.core.ProblemException `data.not-written`
    public static void write(SessionReport report, Path target, Progress progress) {
        TableFile.write(
                target, HEADER, IntStream.range(0, report.sessions().size()).mapToObj(i -> {
                    if (i % ROWS_A_CHECK == 0) {
                        progress.checkpoint();
                    }
                    return row(report, report.sessions().get(i));
                }));
    }

    private static List<String> row(SessionReport report, Session session) {
        return List.of(
                report.frame().users().text(session.userIdx()),
                String.valueOf(session.number()),
                session.start().toString(),
                session.end().toString(),
                String.valueOf(session.duration().toMillis() / 1_000.0),
                String.valueOf(session.events()),
                String.valueOf(session.pageViews()));
    }
}
