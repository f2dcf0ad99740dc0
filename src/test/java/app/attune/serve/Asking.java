package app.attune.serve;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Asks a server that was started for a test, as its clients do.
final class Asking implements AutoCloseable {
    static final String TOKEN = "a-token-of-the-tests-0123456789";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T08:30:00Z"), ZoneOffset.UTC);
    static final ServeLimits PATIENT =
            new ServeLimits(Duration.ofMinutes(5), 256 << 10, 1000, 1024, Duration.ZERO, Duration.ofMinutes(5));

    final DecisionServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Asking(DecisionServer server) {
        this.server = server;
    }

    static ServeOptions options(Path bundle, ServeLimits limits) {
        return new ServeOptions(
                bundle, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), TOKEN, Set.of(), limits, false);
    }

    static DecisionServer.Outside outside() {
        return new DecisionServer.Outside(CLOCK, System::nanoTime, Journal.silent());
    }

    static Asking of(Path bundle) {
        return new Asking(DecisionServer.start(options(bundle, PATIENT), outside()));
    }

    static Asking of(Path folder, BundleSource source, ServeLimits limits) {
        return new Asking(DecisionServer.start(options(folder, limits), outside(), source));
    }

    /// What came back.
    record Got(int status, String type, String body) {
        JsonNode json() {
            return Json.read(body, "the answer");
        }

        String code() {
            return json().path("code").asText();
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN);
    }

    Got get(String path) {
        return send(request(path).GET().build());
    }

    Got post(String path, Object body) {
        return post(path, "application/json", body.toString());
    }

    Got post(String path, String type, String body) {
        return send(request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    CompletableFuture<Got> later(String path, Object body) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(Asking::got);
    }

    Got send(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(Asking::got)
                .join();
    }

    private static Got got(HttpResponse<String> response) {
        return new Got(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    /// Sends bytes as they are and reads all that comes back until the server closes.
    String raw(String text) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
        client.shutdownNow();
    }
}
