package app.attune.events.read;

import app.attune.core.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/// Looks through the parts of a workbook before a library reads them, since that library takes them as they come:
/// some into memory as a whole, and a cell's place as the width of its row.
final class WorkbookGuard {
    /// The last column of a sheet is XFD.
    private static final int MOST_LETTERS = 3;

    /// Texts kept in memory take about so many times the bytes they have in the file.
    private static final int MEMORY_RATIO = 3;

    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final byte[] PLACE = {'<', 'c', ' ', 'r', '=', '"'};

    private final Expansion expansion;
    private final String name;
    private int matched;
    private int letters;

    private WorkbookGuard(String name) {
        this.name = name;
        this.expansion = new Expansion(name);
    }

    /// @throws ProblemException `import.expands-too-much`, `import.too-large`, `import.damaged`, and those of archives
    static void check(Path workbook) throws IOException {
        WorkbookGuard guard = new WorkbookGuard(String.valueOf(workbook.getFileName()));
        try (ZipEntries zip = ZipEntries.open(workbook)) {
            for (SourceFile part : zip.sources()) {
                String entry = part.shortName();
                if (entry.endsWith(".xml") || entry.endsWith(".rels")) {
                    guard.look(zip, entry);
                }
            }
        }
    }

    private void look(ZipEntries zip, String entry) throws IOException {
        CountingStream packed = new CountingStream(zip.packed(entry));
        byte[] bytes = new byte[1 << 16];
        long before = 0;
        long length = 0;
        matched = 0;
        try (InputStream part = zip.content(entry, packed)) {
            for (int n = part.read(bytes); n >= 0; n = part.read(bytes)) {
                expansion.grow(packed.count() - before, n);
                before = packed.count();
                length += n;
                if (entry.equalsIgnoreCase(TEXTS)) {
                    requireMemory(length);
                } else {
                    scan(bytes, n);
                }
            }
        }
    }

    private void requireMemory(long length) {
        long available = Runtime.getRuntime().maxMemory();
        if (length > available / MEMORY_RATIO) {
            throw ProblemException.of(
                    "import.too-large",
                    String.format(
                            Locale.ROOT,
                            "The texts of the workbook %s take more than %,d MB, and Attune may use %,d MB in all.",
                            name,
                            length >> 20,
                            available >> 20),
                    "Save the sheet as CSV, which is read row by row, and import that file.");
        }
    }

    /// Finds places of cells that are to the right of every spreadsheet.
    private void scan(byte[] bytes, int n) {
        for (int i = 0; i < n; i++) {
            byte b = bytes[i];
            if (matched < PLACE.length) {
                matched = b == PLACE[matched] ? matched + 1 : b == PLACE[0] ? 1 : 0;
                letters = 0;
            } else if (b >= 'A' && b <= 'Z') {
                letters++;
                requireColumn();
            } else {
                matched = 0;
            }
        }
    }

    private void requireColumn() {
        if (letters > MOST_LETTERS) {
            throw ProblemException.of(
                    "import.damaged",
                    "Can't read the Excel file " + name + ": a cell lies to the right of column XFD, the last one.",
                    "Save it again with a spreadsheet program, or save the sheet as CSV, then import it.");
        }
    }
}
