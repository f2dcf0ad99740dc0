package app.attune.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// PostgreSQL on the SQL of the target sql: a server of its own on the loopback address, in a folder that is deleted.
///
/// The programs are those of the folder that `-Dattune.postgres` names. As PostgreSQL refuses to run as root, root
/// starts it as the user postgres.
public final class PostgresRunner {
    private static final String USER = "postgres";
    private static final int MOST_SECONDS = 60;

    private final Path programs;
    private final Path folder;
    private final int port;
    private final String password = UUID.randomUUID().toString();
    private Process server;

    private PostgresRunner(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        Lines lines = Lines.take();
        Path folder = Files.createTempDirectory("attune-postgres");
        Path programs = Path.of(System.getProperty("attune.postgres")).toRealPath();
        PostgresRunner server = new PostgresRunner(programs, folder, freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        server.start();
        try (Connection database = server.connection()) {
            lines.hello("postgres", database.getMetaData().getDatabaseProductVersion());
            new SqlTables(Path.of(args[0]), "postgres", database).answer(lines, server::stop);
        }
        System.exit(0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// The server itself is a process of this one, so that it ends with it whoever ends it.
    private void start() throws IOException, InterruptedException {
        if (isRoot()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Path secret = Files.writeString(folder.resolve("secret"), password + "\n");
        run("initdb", "-D", data(), "-U", USER, "-A", "scram-sha-256", "--pwfile", secret.toString(), "-E", "UTF8",
                "--locale=C", "-N");
        Files.delete(secret);
        server = process(
                "postgres", "-D", data(), "-p", Integer.toString(port), "-c", "listen_addresses=127.0.0.1", "-c",
                "unix_socket_directories=", "-c", "fsync=off");
    }

    private Connection connection() throws SQLException, InterruptedException {
        for (int waited = 0; ; waited++) {
            try {
                return DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
            } catch (SQLException e) {
                if (waited > MOST_SECONDS || !server.isAlive()) {
                    throw e;
                }
                Thread.sleep(1000);
            }
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private synchronized void stop() {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            if (server != null) {
                run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException | InterruptedException | IllegalStateException e) {
            System.err.println(folder + " is left: " + e);
        }
    }

    private void run(String program, String... words) throws IOException, InterruptedException {
        Process process = process(program, words);
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(program + ": " + Files.readString(said(program)));
        }
    }

    private Path said(String program) {
        return folder.resolve(program + "-said");
    }

    private Process process(String program, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", USER, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said(program).toFile())
                .start();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
