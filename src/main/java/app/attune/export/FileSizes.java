package app.attune.export;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.decider.BundleFormat;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/// How large files of a bundle may become, so that servers read them: asked before anything is written.
///
/// @param file   the most bytes of one
/// @param bundle the most bytes of all
record FileSizes(long file, long bundle) {
    private static final int MEGABYTE = 20;

    /// What every server reads.
    static FileSizes readable() {
        return new FileSizes(BundleFormat.LARGEST_FILE, BundleFormat.LARGEST_BUNDLE);
    }

    /// @throws ProblemException `export.too-large`
    void require(SortedMap<String, String> files) {
        long total = 0;
        for (Map.Entry<String, String> entry : files.entrySet()) {
            long bytes = bytes(entry.getValue());
            if (bytes > file) {
                throw tooLarge("The file " + entry.getKey(), bytes, file, remedy(entry.getKey()));
            }
            total += bytes;
        }
        if (total > bundle) {
            throw tooLarge("The bundle", total, bundle, remedy(BundleFormat.USERS));
        }
    }

    /// Bytes in UTF-8; longer texts than any limit are not converted to count them.
    private long bytes(String text) {
        return text.length() > file ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static ProblemException tooLarge(String what, long bytes, long most, String remedy) {
        return new ProblemException(new Problem(
                "export.too-large",
                what + " would have " + megabytes(bytes) + " MB, and servers read at most " + megabytes(most)
                        + " MB. Nothing was written.",
                remedy));
    }

    private static long megabytes(long bytes) {
        return (bytes + (1L << MEGABYTE) - 1) >> MEGABYTE;
    }

    private static String remedy(String name) {
        if (BundleFormat.MODELS.containsValue(name)) {
            return "Train that model with fewer neighbours or factors, or on fewer items, or delete it if no rule"
                    + " recommends from it.";
        }
        return name.equals(BundleFormat.USERS)
                ? "Leave the lists of users out, or train models with fewer neighbours or factors."
                : "Take out what makes it large, then export again.";
    }
}
