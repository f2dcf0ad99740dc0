package app.attune.core.sql;

import app.attune.core.ProblemException;
import java.nio.file.Path;

/// A path that may stand in a connection URL: absolute, ending in `.mv.db`, with nothing H2 would read as a setting.
record StorePath(Path file) {
    static final String SUFFIX = ".mv.db";

    /// No server, no port, every commit on disk before it returns, no trace file with data in it.
    static final String SETTINGS = ";WRITE_DELAY=0;FILE_LOCK=FS;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    StorePath {
        file = file.toAbsolutePath().normalize();
        String text = file.toString();
        if (!text.endsWith(SUFFIX)) {
            throw ProblemException.of(
                    "store.bad-path",
                    "A store's file ends in " + SUFFIX + ", not so " + text + ".",
                    "Choose another file.");
        }
        if (text.chars().anyMatch(c -> c == ';' || Character.isISOControl(c))) {
            throw ProblemException.of(
                    "store.bad-path",
                    "The folder's name has a semicolon or a control character in it: "
                            + text.replaceAll("\\p{Cntrl}", "?") + ".",
                    "Rename the folder without that character, or choose another one.");
        }
    }

    /// For a connection inside this process only.
    String url() {
        String text = file.toString();
        return "jdbc:h2:file:" + text.substring(0, text.length() - SUFFIX.length()) + SETTINGS;
    }
}
