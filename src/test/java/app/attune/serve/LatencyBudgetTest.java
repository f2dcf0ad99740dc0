package app.attune.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.decider.ServerRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LatencyBudgetTest {
    private static final String QUESTION = "{\"user\":\"secret-user\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static ServeLimits limits(Duration budget, int waiting) {
        return new ServeLimits(budget, 1 << 16, 10, waiting, Duration.ZERO, Duration.ofMinutes(5));
    }

    @Test
    void whatWouldBeLateIsAnsweredWithTheFallback() throws IOException {
        FakeBundles.Held held = new FakeBundles.Held("never", 1);
        FakeBundles bundles = new FakeBundles().with("a", held);
        try (Asking asking = Asking.of(folder("a"), bundles, limits(Duration.ofMillis(1), 10))) {
            JsonNode answer = asking.post("/v1/decisions", QUESTION).json();
            held.released.countDown();
            assertEquals("FALLBACK", answer.path("decision").path("reason").asText());
            assertEquals(
                    "item",
                    answer.path("decision").path("items").path(0).path("item").asText());
            assertEquals("serve.late", answer.path("fallback").path("code").asText());
            String metrics = asking.get("/metrics").body();
            assertTrue(metrics.contains("attune_fallbacks_total{code=\"serve.late\"} 1\n"), metrics);
            assertTrue(metrics.contains("attune_decisions_total{reason=\"FALLBACK\"} 1\n"), metrics);
        }
    }

    @Test
    void whatFailsForOneUserIsAnsweredAndHarmsNoOther() throws IOException {
        List<Throwable> thrown = List.of(
                new IllegalStateException("secret-user"),
                new StackOverflowError(),
                new OutOfMemoryError("secret-user"));
        for (Throwable failure : thrown) {
            Deciding failing = request ->
                    request.user().equals("secret-user") ? fail(failure, request) : FakeBundles.decision("DEFAULT");
            try (Asking asking =
                    Asking.of(folder("a"), new FakeBundles().with("a", failing), limits(Duration.ofMinutes(5), 10))) {
                Asking.Got got = asking.post("/v1/decisions", QUESTION);
                assertEquals(200, got.status());
                assertEquals("ERROR", got.json().path("decision").path("reason").asText());
                assertEquals(
                        "serve.failed", got.json().path("fallback").path("code").asText());
                assertFalse(got.body().contains("Exception"), got.body());
                JsonNode other =
                        asking.post("/v1/decisions", "{\"user\":\"b\"}").json();
                assertEquals("DEFAULT", other.path("decision").path("reason").asText());
                assertTrue(asking.get("/metrics").body().contains("attune_decisions_total{reason=\"ERROR\"} 1\n"));
            }
        }
    }

    private static app.attune.decider.ServerDecision fail(Throwable failure, ServerRequest request) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(request.user(), failure);
    }

    @Test
    void whatCannotWaitIsAnsweredWithTheFallback() throws IOException {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        FakeBundles.Held held = new FakeBundles.Held("DEFAULT", threads);
        try (Asking asking =
                Asking.of(folder("a"), new FakeBundles().with("a", held), limits(Duration.ofMinutes(5), 1))) {
            List<CompletableFuture<Asking.Got>> asked = IntStream.range(0, threads + 2)
                    .mapToObj(i -> asking.later("/v1/decisions", QUESTION))
                    .toList();
            Asking.Got first = (Asking.Got) CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new))
                    .join();
            held.released.countDown();
            assertEquals(
                    "serve.busy", first.json().path("fallback").path("code").asText());
            assertEquals(
                    threads + 1,
                    asked.stream()
                            .map(CompletableFuture::join)
                            .filter(got -> !got.json().has("fallback"))
                            .count());
        }
    }

    @Test
    void stoppingAnswersWhatIsInFlightAndNothingElse() throws IOException, InterruptedException {
        FakeBundles.Held held = new FakeBundles.Held("DEFAULT", 1);
        Asking asking = Asking.of(folder("a"), new FakeBundles().with("a", held), limits(Duration.ofMinutes(5), 10));
        CompletableFuture<Asking.Got> inFlight = asking.later("/v1/decisions", QUESTION);
        held.awaitEntered();
        Thread stopping = Thread.ofVirtual().start(asking.server::close);
        Asking.Got refused = asking.get("/healthz");
        while (refused.status() == 200) {
            refused = asking.get("/healthz");
        }
        assertEquals(503, refused.status());
        assertEquals("serve.stopping", refused.code());
        held.released.countDown();
        assertEquals(200, inFlight.join().status());
        assertEquals(
                "DEFAULT",
                inFlight.join().json().path("decision").path("reason").asText());
        stopping.join();
        asking.server.await();
        asking.close();
    }
}
