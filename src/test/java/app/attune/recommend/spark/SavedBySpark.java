package app.attune.recommend.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Models that Spark 4.1.0 saved, made by AlsFolder of `src/prove/peers`.
public final class SavedBySpark {
    static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "src/test/resources/spark-als");

    private SavedBySpark() {}

    /// The one of implicit feedback.
    public static Path copy(Path target) throws IOException {
        Path from = FOLDER.resolve("implicit");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = target.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return target;
    }

    /// A map of the numbers of its 30 items, 0, 7, 14 and so on, to i0, i1, i2 and so on.
    public static String items() {
        StringBuilder csv = new StringBuilder("number,item_id\n");
        for (int item = 0; item < 30; item++) {
            csv.append(7 * item).append(",i").append(item).append('\n');
        }
        return csv.toString();
    }

    /// A map of the numbers of its 40 users, from 100 on, to u01, u02 and so on.
    public static String users() {
        StringBuilder csv = new StringBuilder("number,user_id\n");
        for (int user = 1; user <= 40; user++) {
            csv.append("%d,u%02d\n".formatted(99 + user, user));
        }
        return csv.toString();
    }
}
