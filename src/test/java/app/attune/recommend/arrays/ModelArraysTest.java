package app.attune.recommend.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.recommend.Algorithm;
import app.attune.recommend.CatalogueModel;
import app.attune.recommend.FactorModel;
import app.attune.recommend.ItemItemModel;
import app.attune.recommend.ModelId;
import app.attune.recommend.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ModelArraysTest {
    @TempDir
    private Path folder = Path.of(".");

    private CatalogueModel written(Algorithm algorithm) {
        CatalogueModel model = Shop.trained(Shop.inGroups(4, 4, 5), algorithm.usual());
        ModelArrays.write(new ModelId(algorithm.kind(), 1), model, folder);
        return model;
    }

    @Test
    void anArrayIsWhatNumpySaves() {
        byte[] file = NpyFile.of(new int[] {1, -2}, 2);
        String header = "{'descr': '<i4', 'fortran_order': False, 'shape': (2,), }";
        assertEquals(128 + 8, file.length);
        assertArrayEquals(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0}, java.util.Arrays.copyOf(file, 10));
        String said = new String(file, 10, 118, StandardCharsets.US_ASCII);
        assertTrue(said.startsWith(header), said);
        assertTrue(said.endsWith(" \n"), said);
        assertArrayEquals(new byte[] {1, 0, 0, 0, -2, -1, -1, -1}, java.util.Arrays.copyOfRange(file, 128, 136));
    }

    @Test
    void factorsHaveARowPerItem() throws IOException {
        FactorModel model = (FactorModel) written(Algorithm.IALS);
        JsonNode described = Json.read(Files.readString(folder.resolve("arrays.json")), "arrays");
        JsonNode factors = array(described, "factors.npy");
        assertEquals("[16,64]", factors.get("shape").toString());
        assertEquals("float32", factors.get("type").asText());
        assertEquals("[64,64]", array(described, "gram.npy").get("shape").toString());
        ByteBuffer data = data("factors.npy");
        for (int item = 0; item < 16; item++) {
            for (int f = 0; f < 64; f++) {
                assertEquals((float) model.factor(item, f), data.getFloat());
            }
        }
        assertEquals(model.items().getFirst().value(), described.at("/items/0").asText());
    }

    @Test
    void neighboursAreCompressedSparseRows() throws IOException {
        ItemItemModel model = (ItemItemModel) written(Algorithm.ITEM_KNN);
        ByteBuffer offsets = data("neighbours.offsets.npy");
        assertEquals(0, offsets.getInt());
        assertEquals(model.neighbours(0).size(), offsets.getInt());
    }

    @Test
    void theSameModelIsTheSameBytesAndEveryFileHasItsChecksum() throws IOException {
        written(Algorithm.COMPLEMENTS);
        String sums = Files.readString(folder.resolve("SHA256SUMS"));
        written(Algorithm.COMPLEMENTS);
        assertEquals(sums, Files.readString(folder.resolve("SHA256SUMS")));
        try (var files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("SHA256SUMS"))
                    .toList();
            names.forEach(name -> assertTrue(sums.contains("  " + name + "\n"), name));
            assertEquals(names.size(), sums.lines().count());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"USER_KNN", "SESSION_KNN"})
    void whatUsersTookIsNeverWritten(Algorithm algorithm) throws IOException {
        ProblemException refused = assertThrows(ProblemException.class, () -> written(algorithm));
        assertEquals("model.keeps-histories", refused.problem().code());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void partsOfASwitchingModelAreDescribedAsTheyAre() throws IOException {
        ModelArrays.write(
                new ModelId("switching", 1),
                Shop.trained(Shop.inGroups(4, 4, 5), Algorithm.SWITCHING.usual().with("many", "IALS")),
                folder);
        JsonNode described = Json.read(Files.readString(folder.resolve("arrays.json")), "arrays");
        assertEquals(
                "[16,64]", array(described, "many.factors.npy").get("shape").toString());
    }

    @Test
    void arraysOfTwoModelsAreNotMixed() {
        written(Algorithm.ITEM_KNN);
        ProblemException refused = assertThrows(ProblemException.class, () -> written(Algorithm.IALS));
        assertEquals("data.other-arrays", refused.problem().code());
    }

    private static JsonNode array(JsonNode described, String file) {
        for (JsonNode one : described.get("arrays")) {
            if (one.get("file").asText().equals(file)) {
                return one;
            }
        }
        throw new AssertionError("No " + file);
    }

    /// Behind the header of 128 bytes that all of these files have.
    private ByteBuffer data(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(128);
    }
}
