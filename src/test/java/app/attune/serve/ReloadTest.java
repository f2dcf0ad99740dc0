package app.attune.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Seeds;
import app.attune.export.BundlesToServe;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReloadTest {
    private static final int DAMAGED = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static String decidedBy(Asking asking) {
        return asking.post("/v1/decisions", "{\"user\":\"a\"}")
                .json()
                .path("bundle")
                .path("sha256")
                .asText();
    }

    @Test
    void anotherBundleDecidesOnceItIsVerified() {
        Path shop = BundlesToServe.shop(folder.resolve("shop"));
        BundlesToServe.other(folder.resolve("other"));
        try (Asking asking = Asking.of(shop)) {
            String before = decidedBy(asking);
            JsonNode done = asking.post("/v1/reload", "{\"path\":\"other\"}").json();
            assertEquals("swapped", done.path("reload").path("outcome").asText());
            assertEquals(done.path("bundle").path("sha256").asText(), decidedBy(asking));
            assertFalse(before.equals(decidedBy(asking)));
            asking.post("/v1/reload", "{}");
            assertEquals(done.path("bundle").path("sha256").asText(), decidedBy(asking), "the same folder again");
            assertTrue(asking.get("/metrics").body().contains("attune_reloads_total{outcome=\"swapped\"} 2\n"));
        }
    }

    @Test
    void aBundleThatDecidesOtherwiseThanItSaysIsRefusedAndSaid() {
        Path shop = BundlesToServe.shop(folder.resolve("shop"));
        String rules =
                BundlesToServe.text("rules.json").replaceFirst("\"status\" : \"active\"", "\"status\" : \"paused\"");
        BundlesToServe.signed(folder.resolve("otherwise"), "rules.json", rules);
        try (Asking asking = Asking.of(shop)) {
            String before = decidedBy(asking);
            Asking.Got refused = asking.post("/v1/reload", "{\"path\":\"otherwise\"}");
            assertEquals(422, refused.status());
            assertEquals("serve.unsound-bundle", refused.code());
            assertTrue(refused.body().contains("golden decisions come out otherwise"), refused.body());
            assertEquals(before, decidedBy(asking));
            JsonNode last = asking.get("/readyz").json().path("lastReload");
            assertEquals("refused", last.path("outcome").asText());
            assertEquals(
                    "serve.unsound-bundle", last.path("problem").path("code").asText());
            String metrics = asking.get("/metrics").body();
            assertTrue(metrics.contains("attune_reloads_total{outcome=\"refused\"} 1\n"), metrics);
            assertTrue(metrics.contains("attune_errors_total{code=\"serve.unsound-bundle\"} 1\n"), metrics);
        }
    }

    @Test
    void hostileBundlesAreRefusedOneAndAll() throws IOException {
        Path shop = BundlesToServe.shop(folder.resolve("shop"));
        try (Asking asking = Asking.of(shop)) {
            String before = decidedBy(asking);
            int tried = 0;
            for (Path hostile : hostile()) {
                Asking.Got got = asking.post("/v1/reload", "{\"path\":\"" + hostile.getFileName() + "\"}");
                assertTrue(got.status() == 422 || got.status() == 400, hostile + ": " + got.body());
                assertFalse(got.body().contains("Exception"), got.body());
                tried++;
            }
            assertEquals(before, decidedBy(asking));
            JsonNode golden = BundlesToServe.golden().getFirst();
            assertEquals(
                    golden.path("expected"),
                    asking.post("/v1/decisions", BundlesToServe.question(golden))
                            .json()
                            .path("decision"));
            Files.delete(links.getFirst());
            Files.delete(links.getLast());
            System.out.println("hostile bundles tried on reload: " + tried + ", served 0, executed 0, crashed 0");
        }
    }

    /// Deleted before the folder is, of which JUnit would warn.
    private final List<Path> links = new java.util.ArrayList<>();

    private List<Path> hostile() throws IOException {
        List<Path> made = new java.util.ArrayList<>();
        String manifest = BundlesToServe.text("manifest.json");
        for (String name : List.of("../secret.txt", "/etc/passwd", "..\\\\secret.txt", ".hidden")) {
            made.add(BundlesToServe.signed(next(made), "manifest.json", manifest.replace("items.json", name)));
        }
        for (String text : List.of(
                "[".repeat(100_000),
                "{\"format\":1,\"format\":1}",
                "{\"format\":3} {}",
                "null",
                "",
                "{\"format\":1e999}",
                "[\"javax.script.ScriptEngineManager\",{}]",
                "\u0000")) {
            for (String file : List.of("rules.json", "segments.json", "items.json", "golden.jsonl", "manifest.json")) {
                made.add(BundlesToServe.signed(next(made), file, text));
            }
        }
        made.add(BundlesToServe.shop(next(made)));
        links.add(Files.createSymbolicLink(made.getLast().resolve("link.json"), Path.of("/etc/passwd")));
        links.add(Files.createSymbolicLink(next(made), Path.of("/etc")));
        made.add(links.getLast());
        made.add(BundlesToServe.shop(next(made)));
        try (RandomAccessFile bomb =
                new RandomAccessFile(made.getLast().resolve("rules.json").toFile(), "rw")) {
            bomb.setLength(2L << 30);
        }
        SplittableRandom random = Seeds.stream(20261122, "damaged bundles");
        for (int i = 0; i < DAMAGED; i++) {
            String file = BundlesToServe.files()
                    .get(random.nextInt(BundlesToServe.files().size()));
            byte[] bytes = BundlesToServe.text(file).getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(127));
            made.add(BundlesToServe.changed(next(made), file, new String(bytes, StandardCharsets.UTF_8)));
        }
        return made;
    }

    private Path next(List<Path> made) {
        return folder.resolve("hostile-" + made.size());
    }

    @Test
    void whatIsInFlightFinishesOnTheBundleItBeganWith() throws IOException {
        FakeBundles.Held held = new FakeBundles.Held("DEFAULT", 1);
        FakeBundles bundles = new FakeBundles().with("before", held).with("after");
        folder("after");
        try (Asking asking = Asking.of(folder("before"), bundles, Asking.PATIENT)) {
            CompletableFuture<Asking.Got> inFlight = asking.later("/v1/decisions", "{\"user\":\"a\"}");
            held.awaitEntered();
            assertEquals(200, asking.post("/v1/reload", "{\"path\":\"after\"}").status());
            assertEquals("after", decidedBy(asking));
            held.released.countDown();
            JsonNode answer = inFlight.join().json();
            assertEquals("before", answer.path("bundle").path("sha256").asText());
            assertEquals("DEFAULT", answer.path("decision").path("reason").asText());
        }
    }

    @Test
    void aSecondReloadAtTheSameTimeIsRefused() throws IOException {
        FakeBundles.Held slow = new FakeBundles.Held("", 1);
        FakeBundles bundles = new FakeBundles().with("a").with("b");
        BundleSource slowly = place -> {
            if (place.endsWith("b")) {
                slow.decide(new RequestReader(Asking.CLOCK).read(Call.parse("{\"user\":\"a\"}")));
            }
            return bundles.load(place);
        };
        folder("b");
        try (Asking asking = Asking.of(folder("a"), slowly, Asking.PATIENT)) {
            CompletableFuture<Asking.Got> first = asking.later("/v1/reload", "{\"path\":\"b\"}");
            slow.awaitEntered();
            Asking.Got second = asking.post("/v1/reload", "{}");
            assertEquals("a", decidedBy(asking), "the one before decides while another is read");
            slow.released.countDown();
            assertEquals(409, second.status());
            assertEquals("serve.reload-running", second.code());
            assertEquals(200, first.join().status());
            assertEquals("b", decidedBy(asking));
        }
    }

    @Test
    void aChangedFolderIsReadOnceItHasSettled() throws IOException {
        Path place = folder("a");
        Files.writeString(place.resolve("rules.json"), "1");
        int[] loads = new int[1];
        FakeBundles bundles = new FakeBundles().with("a");
        BundleSource counting = at -> {
            loads[0]++;
            return bundles.load(at);
        };
        BundleWatch watch = new BundleWatch(new BundleShelf(counting, place, Asking.outside(), new Metrics()));
        watch.look();
        watch.look();
        assertEquals(1, loads[0], "nothing changed");
        Files.writeString(place.resolve("rules.json"), "12");
        watch.look();
        Files.writeString(place.resolve("rules.json"), "123");
        watch.look();
        assertEquals(1, loads[0], "it still changes");
        watch.look();
        watch.look();
        assertEquals(2, loads[0], "it has settled, and is read once");
        Files.delete(place.resolve("rules.json"));
        Files.delete(place);
        watch.look();
        watch.look();
        watch.look();
        assertEquals(3, loads[0], "a folder that is gone is tried once");
    }

    @Test
    void aLinkThatLeadsElsewhereIsFollowed() throws IOException {
        BundlesToServe.shop(folder.resolve("v1"));
        BundlesToServe.other(folder.resolve("v2"));
        Path link = Files.createSymbolicLink(folder.resolve("current"), Path.of("v1"));
        BundleShelf shelf = new BundleShelf(new VerifiedBundles(), link, Asking.outside(), new Metrics());
        BundleWatch watch = new BundleWatch(shelf);
        String before = shelf.current().facts().sha256();
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("v2"));
        watch.look();
        watch.look();
        assertFalse(before.equals(shelf.current().facts().sha256()));
        assertEquals("swapped", shelf.last().outcome());
    }
}
