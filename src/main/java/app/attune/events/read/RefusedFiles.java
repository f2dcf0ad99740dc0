package app.attune.events.read;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The one place that decides which files are refused before anything is read into them, and says what they are.
///
/// A kind that gains a reader loses its line here.
public final class RefusedFiles {
    private static final int HEAD_BYTES = 4_096;
    private static final int TAR_MARK_AT = 257;
    private static final int MOST_ZEROS = 20;
    private static final String AS_CSV = "Export it as CSV or JSON Lines where it comes from, and choose that file.";
    private static final String UNPACK = "Unpack it, and choose the files that were in it.";

    private static final List<Kind> KINDS = List.of(
            Kind.of("%PDF", "import.pdf", "a PDF document, which holds pages and no rows", AS_CSV),
            Kind.of("ORC", "import.orc", "an ORC file, which cannot be read yet", AS_CSV),
            Kind.of("SQLite format 3", "import.database", "an SQLite database", AS_CSV),
            Kind.of("7z\u00BC\u00AF", "import.packed", "a 7-Zip archive", UNPACK),
            Kind.of("Rar!", "import.packed", "a RAR archive", UNPACK),
            Kind.of("\u00FD7zXZ", "import.packed", "packed with xz", UNPACK),
            Kind.of("(\u00B5/\u00FD", "import.packed", "packed with Zstandard", UNPACK),
            Kind.of("\u0089PNG", "import.image", "a picture", "Choose the file of rows the picture was made from."),
            Kind.of("\u00FF\u00D8\u00FF", "import.image", "a picture", "Choose the file of rows the picture shows."),
            Kind.of("GIF8", "import.image", "a picture", "Choose the file of rows the picture shows."),
            Kind.of("II*\u0000", "import.image", "a picture", "Choose the file of rows the picture shows."),
            Kind.of("MM\u0000*", "import.image", "a picture", "Choose the file of rows the picture shows."),
            Kind.of("\u007FELF", "import.program", "a program", AS_CSV),
            Kind.of("MZ\u0090", "import.program", "a program", AS_CSV));

    private RefusedFiles() {}

    /// @throws ProblemException `import.…` naming what the file is and what to do instead
    public static void check(Path path) {
        check(new SourceFile(path));
    }

    static void check(SourceFile file) {
        problem(file).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    /// Why the file cannot be imported, empty if nothing speaks against it at first sight.
    public static Optional<Problem> problem(Path path) {
        return problem(new SourceFile(path));
    }

    private static Optional<Problem> problem(SourceFile file) {
        String name = file.name();
        if (file.size() == 0) {
            return Optional.of(new Problem(
                    "import.empty",
                    "The file " + name + " is empty: it has 0 bytes.",
                    "Export it again, and check that the export has finished."));
        }
        return kind(file).map(kind -> new Problem(kind.code, name + " is " + kind.words + ".", kind.remedy));
    }

    private static Optional<Kind> kind(SourceFile file) {
        Optional<Kind> outside = kind(file.storedHead(HEAD_BYTES));
        if (outside.isPresent()) {
            return outside;
        }
        byte[] content = file.head(HEAD_BYTES);
        return BinaryDetection.detect(content).isPresent()
                ? Optional.empty()
                : kind(content).or(() -> binary(content));
    }

    private static Optional<Kind> kind(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (BinaryDetection.detect(head).isPresent()) {
            return Optional.empty();
        }
        if (text.startsWith("PK\u0003\u0004")) {
            return Optional.of(zipped(text));
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Optional.of(Kind.of("", "import.excel", "an old Excel workbook or Office document", saveAs()));
        }
        if (text.startsWith("ustar", Math.min(TAR_MARK_AT, text.length()))) {
            return Optional.of(Kind.of("", "import.packed", "a TAR archive", UNPACK));
        }
        return KINDS.stream()
                .filter(kind -> text.startsWith(kind.start))
                .findFirst()
                .or(() -> markup(text));
    }

    private static Kind zipped(String text) {
        if (text.contains("[Content_Types].xml")) {
            return Kind.of("", "import.office", "an Office document that is no workbook", saveAs());
        }
        return Kind.of("", "import.nested-archive", "a ZIP archive inside another archive", UNPACK);
    }

    private static String saveAs() {
        return "Open it in the spreadsheet, save the sheet as CSV UTF-8, and choose that file.";
    }

    private static Optional<Kind> markup(String text) {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return Optional.of(Kind.of(
                    "",
                    "import.web-page",
                    "a web page, perhaps a sign-in page that was saved instead of the export",
                    "Download the export again while signed in."));
        }
        return start.startsWith("<?xml")
                ? Optional.of(Kind.of("", "import.xml", "an XML file, which cannot be read", AS_CSV))
                : Optional.empty();
    }

    /// Zero bytes on even and odd places alike are no text in any encoding.
    private static Optional<Kind> binary(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            even += head[i] == 0 && i % 2 == 0 ? 1 : 0;
            odd += head[i] == 0 && i % 2 == 1 ? 1 : 0;
        }
        int limit = head.length / MOST_ZEROS;
        return even > limit && odd > limit
                ? Optional.of(Kind.of("", "import.not-text", "no text file: it is full of zero bytes", AS_CSV))
                : Optional.empty();
    }

    private record Kind(String start, String code, String words, String remedy) {
        static Kind of(String start, String code, String words, String remedy) {
            return new Kind(start, code, words, remedy);
        }
    }
}
