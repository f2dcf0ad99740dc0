package app.attune.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Clients that send drop by drop, and those beside them.
final class SlowRequestTest {
    private static final int CLIENTS = 200;

    /// Of the JVM's carriers and of everything that tests have running.
    private static final int MOST_THREADS = 40;

    private static Asking serving(Duration reading) {
        ServeLimits limits = new ServeLimits(
                Duration.ofMinutes(5), 1 << 16, 10, 1024, Duration.ZERO, Duration.ofMinutes(5), reading);
        return Asking.of(Path.of("bundle"), new FakeBundles().with("bundle"), limits);
    }

    /// Sends the beginning of a request and keeps the connection.
    private static Socket begin(Asking asking, String headers, String body) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), asking.server.address().getPort());
        String text = "POST /v1/decisions HTTP/1.1\r\nHost: 127.0.0.1:"
                + asking.server.address().getPort() + "\r\n" + headers + body;
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Socket trickling(Asking asking) throws IOException {
        String headers = "Authorization: Bearer " + Asking.TOKEN
                + "\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n";
        return begin(asking, headers, "{\"user\":");
    }

    private static String answer(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        return String.join("\n", reader.lines().toList());
    }

    private static void decides(Asking asking) {
        assertEquals(200, asking.post("/v1/decisions", "{\"user\":\"a\"}").status());
    }

    @Test
    void aBodyThatDoesNotComeInTimeGets408AndItsConnectionEnds() throws IOException {
        try (Asking asking = serving(Duration.ofMillis(200));
                Socket socket = trickling(asking)) {
            String said = answer(socket);
            assertTrue(said.startsWith("HTTP/1.1 408 "), said);
            assertTrue(said.contains("\"serve.too-slow\"") && said.contains("200 ms"), said);
            assertTrue(said.toLowerCase(java.util.Locale.ROOT).contains("connection: close"), said);
            decides(asking);
        }
    }

    @Test
    void manySlowClientsHoldNoThreadsAndOthersAreAnswered() throws IOException {
        List<Socket> slow = new ArrayList<>();
        int before = ManagementFactory.getThreadMXBean().getThreadCount();
        try (Asking asking = serving(Duration.ofSeconds(5))) {
            for (int i = 0; i < CLIENTS; i++) {
                slow.add(i % 2 == 0 ? trickling(asking) : begin(asking, "X-Slow: 1", ""));
            }
            decides(asking);
            int threads = ManagementFactory.getThreadMXBean().getThreadCount() - before;
            assertTrue(threads < MOST_THREADS, threads + " threads more");
            for (int i = 0; i < CLIENTS; i += 2) {
                assertTrue(answer(slow.get(i)).startsWith("HTTP/1.1 408 "));
            }
            decides(asking);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
