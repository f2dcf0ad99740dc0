package app.attune.serve;

import app.attune.decider.BundleException;
import app.attune.decider.BundleFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Looks whether a bundle's folder or `.zip` file changed, by the names, sizes and times of its files and by where a
/// link leads. A change counts once two looks saw the same, so that a bundle still being copied is left alone.
final class BundleWatch {
    private final BundleShelf shelf;
    private String known;
    private String seen;

    BundleWatch(BundleShelf shelf) {
        this.shelf = shelf;
        this.known = print(shelf.folder());
        this.seen = known;
    }

    /// One look; reloads if it is time to.
    synchronized void look() {
        Path folder = shelf.folder();
        String now = print(folder);
        if (now.equals(seen) && !now.equals(known)) {
            known = now;
            shelf.reload(folder);
        }
        seen = now;
    }

    /// What is there now was asked for and is no news.
    synchronized void accept() {
        known = print(shelf.folder());
        seen = known;
    }

    private static String print(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (Files.isRegularFile(real)) {
                return real + " " + Files.size(real) + ' ' + time(real);
            }
            StringBuilder print = new StringBuilder(real.toString());
            BundleFolder.open(real)
                    .sizes()
                    .forEach((name, size) -> print.append('\n')
                            .append(name)
                            .append(' ')
                            .append(size)
                            .append(' ')
                            .append(time(real.resolve(name))));
            return print.toString();
        } catch (BundleException | IOException | UncheckedIOException e) {
            return "unreadable: " + e.getMessage();
        }
    }

    private static String time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
