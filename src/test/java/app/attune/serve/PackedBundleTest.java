package app.attune.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Seeds;
import app.attune.export.BundlesToServe;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackedBundleTest {
    private static final int DAMAGED = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private static String hash(BundleShelf shelf) {
        return shelf.current().facts().sha256();
    }

    private static BundleShelf shelf(Path bundle) {
        return new BundleShelf(new VerifiedBundles(), bundle, Asking.outside(), new Metrics());
    }

    @Test
    void aPackedBundleDecidesAsItsFolderDoes() {
        BundleShelf plain = shelf(BundlesToServe.shop(folder.resolve("shop")));
        try (Asking asking = Asking.of(BundlesToServe.packedShop(folder.resolve("shop.zip")))) {
            JsonNode served = asking.get("/v1/bundle").json();
            assertEquals(hash(plain), served.path("sha256").asText());
            for (JsonNode golden : BundlesToServe.golden().subList(0, 20)) {
                assertEquals(
                        golden.path("expected"),
                        asking.post("/v1/decisions", BundlesToServe.question(golden))
                                .json()
                                .path("decision"));
            }
        }
    }

    @Test
    void aFileThatIsReplacedIsReadOnceItHasSettled() throws IOException {
        Path served = BundlesToServe.packedShop(folder.resolve("served.zip"));
        BundleShelf shelf = shelf(served);
        BundleWatch watch = new BundleWatch(shelf);
        String before = hash(shelf);
        watch.look();
        watch.look();
        Path other = BundlesToServe.packedOther(folder.resolve("other.zip"));
        Files.move(other, served, StandardCopyOption.REPLACE_EXISTING);
        watch.look();
        assertEquals(before, hash(shelf), "it may still be copied");
        watch.look();
        String after = hash(shelf);
        assertNotEquals(before, after);
        Files.write(served, Arrays.copyOf(Files.readAllBytes(served), 5000));
        watch.look();
        watch.look();
        assertEquals("refused", shelf.last().outcome(), "half a file");
        assertEquals(after, hash(shelf));
        BundlesToServe.packedShop(served);
        Files.setLastModifiedTime(served, FileTime.from(Instant.parse("2026-11-02T08:00:00Z")));
        watch.look();
        watch.look();
        assertEquals(before, hash(shelf));
    }

    @Test
    void aLinkMayLeadFromAFolderToAFile() throws IOException {
        BundlesToServe.shop(folder.resolve("v1"));
        BundlesToServe.packedOther(folder.resolve("v2.zip"));
        Path link = Files.createSymbolicLink(folder.resolve("current"), Path.of("v1"));
        BundleShelf shelf = shelf(link);
        BundleWatch watch = new BundleWatch(shelf);
        String before = hash(shelf);
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("v2.zip"));
        watch.look();
        watch.look();
        assertNotEquals(before, hash(shelf));
        Files.delete(link);
    }

    @Test
    void hostileArchivesAreRefusedOneAndAll() throws IOException {
        Path shop = BundlesToServe.packedShop(folder.resolve("shop.zip"));
        try (Asking asking = Asking.of(shop)) {
            String before = asking.get("/v1/bundle").json().path("sha256").asText();
            List<Path> tried = hostile(Files.readAllBytes(shop));
            for (Path hostile : tried) {
                Asking.Got got = asking.post("/v1/reload", "{\"path\":\"" + hostile.getFileName() + "\"}");
                assertEquals(422, got.status(), hostile + ": " + got.body());
                assertFalse(got.body().contains("Exception"), got.body());
                assertFalse(got.body().contains("null"), got.body());
            }
            assertEquals(before, asking.get("/v1/bundle").json().path("sha256").asText());
            try (var entries = Files.list(folder)) {
                assertEquals(tried.size() + 1, entries.count(), "nothing is unpacked");
            }
            System.out.println("hostile archives tried on reload: " + tried.size() + ", served 0, crashed 0");
        }
    }

    private List<Path> hostile(byte[] sound) throws IOException {
        List<Path> made = new ArrayList<>();
        for (String name :
                List.of("../secret.txt", "/etc/passwd", "..\\secret.txt", "rules.json\u0000", "\u202e.json")) {
            Path next = next(made);
            made.add(BundlesToServe.packedSigned(next, name, "secret"));
        }
        for (String text : List.of("[".repeat(100_000), "null", "", "{\"format\":1e999}")) {
            made.add(BundlesToServe.packedSigned(next(made), "rules.json", text));
        }
        made.add(bomb(next(made), "manifest.json"));
        made.add(bomb(next(made), "folder/"));
        made.add(Files.write(next(made), new byte[0]));
        made.add(Files.writeString(next(made), "PK\u0003\u0004"));
        SplittableRandom random = Seeds.stream(20261122, "damaged archives");
        for (int i = 0; i < DAMAGED; i++) {
            byte[] bytes = Arrays.copyOf(sound, i % 2 == 0 ? sound.length : random.nextInt(sound.length * 4 / 5));
            for (int hit = 0; hit < 40; hit++) {
                bytes[random.nextInt(bytes.length * 4 / 5)] ^= (byte) (1 + random.nextInt(127));
            }
            made.add(Files.write(next(made), bytes));
        }
        return made;
    }

    private static Path bomb(Path file, String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 257; i++) {
                zip.write(block);
            }
        }
        assertTrue(Files.size(file) < 1 << 20, "small as it lies there");
        return file;
    }

    private Path next(List<Path> made) {
        return folder.resolve("hostile-" + made.size() + ".zip");
    }
}
