package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.events.ImportedFile;
import app.attune.segments.SegmentId;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What commands share in reading arguments and in writing numbers.
final class Words {
    private Words() {}

    /// An argument that picocli has made sure of.
    static <T> T given(@Nullable T argument, String name) {
        if (argument == null) {
            throw new IllegalStateException("No " + name);
        }
        return argument;
    }

    /// A value made of what was typed: one out of range is the analyst's to mend, not a fault of the program.
    ///
    /// @throws ProblemException `cli.bad-option`
    static <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    "cli.bad-option", e.getMessage() + ".", "Correct what was typed; --help shows examples.");
        }
    }

    /// @throws ProblemException `cli.bad-id`
    static SegmentId segment(String typed) {
        try {
            return new SegmentId(typed);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    "cli.bad-id",
                    "\"" + typed + "\" is no segment's id.",
                    "Ids are made of lower-case letters, digits and hyphens; attune segment WORKSPACE list shows them.");
        }
    }

    /// @throws ProblemException `cli.unreadable-file`
    static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw ProblemException.of(
                    "cli.unreadable-file", "There is no file " + file + ".", "Check its name and folder.");
        } catch (CharacterCodingException e) {
            throw ProblemException.of(
                    "cli.unreadable-file", file + " is not UTF-8 text.", "Save it as UTF-8, or name another file.");
        } catch (IOException e) {
            throw ProblemException.of(
                    "cli.unreadable-file",
                    "Cannot read " + file + ": " + e.getMessage() + ".",
                    "Check the name, and that the file is UTF-8 text you may read.");
        }
    }

    /// @throws ProblemException `cli.unwritable-file`
    static void write(Path file, String text) {
        try {
            Files.writeString(withFolder(file), text);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /// @throws ProblemException `cli.bad-option` for a list of no items
    static void requireLength(int length) {
        if (length < 1) {
            throw ProblemException.of(
                    "cli.bad-option", "A list of " + length + " items is none.", "Give --length 1 or more.");
        }
    }

    /// The file itself, once the folder it is to lie in is there.
    ///
    /// @throws ProblemException `cli.unwritable-file`
    static Path withFolder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        try {
            if (parent != null) {
                Files.createDirectories(parent);
            }
            return file;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static ProblemException unwritable(Path file, IOException cause) {
        return ProblemException.of(
                "cli.unwritable-file",
                "Cannot write " + file + ": " + cause.getMessage() + ".",
                "Choose a folder you may write to, with space on its disk.");
    }

    /// As in `too-small`.
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// "15,000".
    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// "331 have not agreed to personalisation".
    static String notAgreed(long users) {
        return number(users) + (users == 1 ? " has" : " have") + " not agreed to personalisation";
    }

    /// "12.3 %".
    static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /// Cells side by side, each as wide as the longest of its column and two blanks.
    static String columns(int[] widths, Object... cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String cell = String.valueOf(cells[i]);
            line.append(cell);
            if (i < cells.length - 1) {
                line.append(" ".repeat(Math.max(2, widths[i] - cell.length())));
            }
        }
        return line.toString();
    }

    /// What an import did with the rows of one file.
    static String of(ImportedFile done) {
        return done.name() + ": " + number(done.read()) + " read = " + number(done.accepted()) + " + "
                + number(done.duplicatesDropped()) + " + " + number(done.alreadyPresent()) + " + "
                + number(done.filtered()) + " + " + number(done.quarantined());
    }
}
