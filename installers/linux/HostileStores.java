import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Makes workspaces that nobody should open, of a good one: `java -cp H2 HostileStores.java GOOD FOLDER MARKER`. What
/// they bring would make the file MARKER. Needs a JDK: H2 compiles what it is given.
public final class HostileStores {
    private HostileStores() {}

    public static void main(String[] words) throws Exception {
        Path good = Path.of(words[0]);
        Path folder = Path.of(words[1]);
        Path marker = Path.of(words[2]);
        for (Map.Entry<String, List<String>> one : statements(marker).entrySet()) {
            Path made = copy(good, folder.resolve(one.getKey()));
            String url = "jdbc:h2:file:" + made.resolve("store");
            try (Connection connection = DriverManager.getConnection(url, "sa", "");
                    Statement statement = connection.createStatement()) {
                for (String sql : one.getValue()) {
                    statement.execute(sql);
                }
            }
        }
        damaged(good, folder);
        // H2 ran some of it while it was stored.
        Files.deleteIfExists(marker);
    }

    private static Map<String, List<String>> statements(Path marker) {
        String payload = "java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + marker + "\"), \"ran\");";
        String alias = "CREATE ALIAS f AS $$ int f() throws Exception { " + payload + " return 1; } $$";
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("trigger", List.of("CREATE TRIGGER t BEFORE SELECT ON setting AS $$ org.h2.api.Trigger create()"
                + " throws Exception { " + payload + " return (c, o, n) -> {}; } $$"));
        all.put("alias", List.of(alias));
        all.put("view", List.of(alias, "CREATE VIEW v AS SELECT f() AS x"));
        all.put("check", List.of(alias, "ALTER TABLE setting ADD CHECK (f() = 1)"));
        all.put("generated", List.of(alias, "ALTER TABLE setting ADD g INT AS (f())"));
        all.put("table", List.of("CREATE TABLE other (x INT)"));
        return all;
    }

    private static void damaged(Path good, Path folder) throws IOException {
        Path store = copy(good, folder.resolve("truncated")).resolve("store.mv.db");
        try (RandomAccessFile file = new RandomAccessFile(store.toFile(), "rw")) {
            file.setLength(file.length() / 3);
        }
        Files.writeString(copy(good, folder.resolve("no-store")).resolve("store.mv.db"), "<html></html>");
        Files.writeString(
                copy(good, folder.resolve("newer")).resolve("workspace.attune"),
                "{\"format\":99,\"storeStep\":99,\"name\":\"x\",\"created\":\"\",\"settings\":{}}");
        Files.writeString(copy(good, folder.resolve("deep")).resolve("workspace.attune"), "[".repeat(200_000));
    }

    /// Without the seal that tells that somebody else wrote to the store.
    private static Path copy(Path good, Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(good)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.equals("store.seal") && !name.equals("store.changes") && !name.equals("workspace.lock")) {
                    Files.copy(file, target.resolve(name));
                }
            }
        }
        return target;
    }
}
