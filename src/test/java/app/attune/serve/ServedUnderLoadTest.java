package app.attune.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.export.BundlesToServe;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reloads and the kill switch in the middle of questions from many clients.
final class ServedUnderLoadTest {
    private static final int CLIENTS = 8;
    private static final int BETWEEN = 200;
    private static final List<String> CONTROLS = List.of(
            "/v1/reload {\"path\":\"other\"}",
            "/v1/kill-switch {\"pulled\":true}",
            "/v1/reload {\"path\":\"shop\"}",
            "/v1/kill-switch {\"pulled\":false}",
            "/v1/reload {\"path\":\"other\"}",
            "/v1/reload {\"path\":\"shop\"}");

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private record Answered(int question, JsonNode answer) {}

    private final List<String> questions = BundlesToServe.golden().stream()
            .map(golden -> BundlesToServe.question(golden).toString())
            .toList();

    /// What each bundle decides, with the switch released and pulled.
    private Map<String, List<JsonNode>> decisions(Path... bundles) {
        Map<String, List<JsonNode>> decisions = new HashMap<>();
        for (Path bundle : bundles) {
            ServedBundle served = new VerifiedBundles().load(bundle);
            RequestReader reader = new RequestReader(Asking.CLOCK);
            for (boolean pulled : new boolean[] {false, true}) {
                KillSwitch killSwitch = new KillSwitch(pulled, "", Asking.CLOCK.instant());
                decisions.put(
                        served.facts().sha256() + pulled,
                        questions.stream()
                                .map(question -> Call.parse(
                                        DecisionJson.of(served.decide(reader.read(Call.parse(question)), killSwitch))
                                                .toString()))
                                .toList());
            }
        }
        return decisions;
    }

    @Test
    void noAnswerIsWrongOrLost() throws InterruptedException {
        Path shop = BundlesToServe.shop(folder.resolve("shop"));
        Path other = BundlesToServe.other(folder.resolve("other"));
        Map<String, List<JsonNode>> decisions = decisions(shop, other);
        Queue<Answered> answers = new ConcurrentLinkedQueue<>();
        Queue<String> lost = new ConcurrentLinkedQueue<>();
        AtomicBoolean done = new AtomicBoolean();
        Semaphore answered = new Semaphore(0);
        try (Asking asking = Asking.of(shop)) {
            List<Thread> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> Thread.ofVirtual().start(() -> {
                        for (int i = client; !done.get(); i = (i + 1) % questions.size()) {
                            Asking.Got got = asking.post("/v1/decisions", questions.get(i));
                            if (got.status() == 200) {
                                answers.add(new Answered(i, got.json()));
                            } else {
                                lost.add(got.body());
                            }
                            answered.release();
                        }
                    }))
                    .toList();
            for (String control : CONTROLS) {
                answered.drainPermits();
                answered.acquire(BETWEEN);
                String[] words = control.split(" ", 2);
                assertEquals(200, asking.post(words[0], words[1]).status(), control);
            }
            answered.drainPermits();
            answered.acquire(BETWEEN);
            done.set(true);
            for (Thread client : clients) {
                client.join();
            }
        }
        assertEquals(List.of(), List.copyOf(lost));
        Map<String, Integer> by = new HashMap<>();
        for (Answered one : answers) {
            String key = one.answer().path("bundle").path("sha256").asText()
                    + one.answer().path("killSwitch").asBoolean();
            by.merge(key, 1, Integer::sum);
            List<JsonNode> expected = decisions.getOrDefault(key, List.of());
            assertEquals(expected.get(one.question()), one.answer().path("decision"));
        }
        System.out.println(
                answers.size() + " answers under load, wrong 0, lost 0, by bundle and switch " + by.values());
        assertEquals(4, by.size(), "both bundles decided, with the switch released and pulled");
        assertTrue(answers.size() >= BETWEEN * CONTROLS.size());
    }
}
