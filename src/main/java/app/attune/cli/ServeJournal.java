package app.attune.cli;

import app.attune.serve.Journal;
import java.io.PrintStream;
import java.util.Locale;

/// Tells on standard error what happens to a server, and of every request how it ended if asked to.
///
/// @param requests whether requests are told as well
record ServeJournal(PrintStream err, boolean requests) implements Journal {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    @Override
    public void request(String method, String path, int status, long nanos) {
        if (requests) {
            String plain = method.replaceAll("[^A-Z]", "?");
            err.println(
                    String.format(Locale.ROOT, "%s %s %d %.1f ms", plain, path, status, nanos / NANOS_PER_MILLISECOND));
        }
    }

    @Override
    public void remark(String words) {
        err.println(words);
    }
}
