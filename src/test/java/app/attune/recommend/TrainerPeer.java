package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Another library's trainer, in a process of its own.
///
/// @param few  iterations of the shorter of two trainings, whose difference is measured
/// @param many iterations of the longer one
record TrainerPeer(Path folder, String name, String title, int few, int many) {
    /// None unless `-Dattune.peers` names a folder.
    static List<TrainerPeer> installed() {
        String folder = System.getProperty("attune.peers", "");
        if (folder.isEmpty()) {
            return List.of();
        }
        Path path = Path.of(folder);
        return List.of(
                new TrainerPeer(path, "spark", "Spark MLlib 4.1.0", 2, 8),
                new TrainerPeer(path, "hkv", "RankSys HKV", 1, 2),
                new TrainerPeer(path, "pzt", "RankSys PZT", 1, 4));
    }

    String measured(RandomPairs pairs) throws IOException, InterruptedException {
        Path file = Files.createTempFile("pairs", ".txt");
        try {
            pairs.write(file);
            ProcessBuilder builder = new ProcessBuilder(
                    System.getProperty("attune.peers.java", "java"),
                    "-Xmx4g",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                    "--add-opens=java.base/sun.util.calendar=ALL-UNNAMED",
                    "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
                    "-cp",
                    folder + "/*",
                    "app.attune.peers.TrainerPeer",
                    name,
                    file.toString(),
                    Integer.toString(FactorBenchmark.D),
                    Integer.toString(few),
                    Integer.toString(many));
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), title);
            String[] seconds = said.strip().split("[ \n]");
            return String.format(
                    Locale.ROOT,
                    "%-24s %-18s %10.3f %8.3f%n",
                    pairs.name(),
                    title,
                    Double.parseDouble(seconds[seconds.length - 2]),
                    Double.parseDouble(seconds[seconds.length - 1]));
        } finally {
            Files.delete(file);
        }
    }
}
