package app.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Public data sets by the command line alone: counts as their descriptions and the reference state them.
@Tag("conformance")
final class RetailConformanceTest {
    private static final Path DATA =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data");

    private static final String FREQUENT = """
            {"measure":{"kind":"count-distinct","field":"order_id"},"types":["purchase"],"where":[],
             "window":{"kind":"last","amount":90,"unit":"days"},"comparison":"at-least","values":["5"]}""";
    private static final String LAPSED = """
            {"measure":{"kind":"days-since-last"},"types":["purchase"],"where":[],
             "window":{"kind":"all-time"},"comparison":"more-than","values":["180"]}""";
    private static final String VIP = """
            {"measure":{"kind":"sum","field":"value"},"types":["purchase"],"where":[],
             "window":{"kind":"all-time"},"comparison":"at-least","values":["5000"]}""";
    private static final String RETURNERS = """
            {"measure":{"kind":"count"},"types":["return"],"where":[],
             "window":{"kind":"all-time"},"comparison":"at-least","values":["1"]}""";

    /// By the start of the reference's names.
    private static final Map<String, String> SEGMENTS = Map.of(
            "frequent", FREQUENT,
            "lapsed", LAPSED,
            "vip", VIP,
            "returners", RETURNERS,
            "returners-and-vip", "{\"all\":[" + RETURNERS + "," + VIP + "]}");

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    @Test
    void aYearOfARealShopIsImportedOnceAndCountedAsTheReferenceCounts() throws IOException {
        Path shop = folder.resolve("retail");
        Path file = DATA.resolve("online-retail/online-retail.csv.gz");
        Terminal.text("new", shop);
        JsonNode first = Terminal.json("import", shop, file, "--rejected", folder.resolve("rejected.csv"));
        assertAddsUp(first);
        assertEquals(5_268, first.get("exactDuplicates").asInt());
        assertEquals(
                first.get("quarantined").asLong() + 1,
                Files.readAllLines(folder.resolve("rejected.csv")).size());
        JsonNode second = Terminal.json("import", shop, file);
        assertAddsUp(second);
        assertEquals(0, second.get("accepted").asInt());
        System.getLogger("bench").log(System.Logger.Level.INFO, "first {0} second {1}", first, second);
        assertSegments(shop);
    }

    private static void assertAddsUp(JsonNode report) {
        assertEquals(541_909, report.get("read").asLong());
        long sum = List.of("accepted", "quarantined", "duplicatesDropped", "alreadyPresent").stream()
                .mapToLong(part -> report.get(part).asLong())
                .sum();
        assertEquals(541_909, sum, report::toString);
    }

    private void assertSegments(Path shop) throws IOException {
        for (Map.Entry<String, String> segment : SEGMENTS.entrySet()) {
            Path condition = Files.writeString(
                    folder.resolve(segment.getKey() + ".json"),
                    "{\"format\":\"attune.condition\",\"version\":1,\"condition\":" + segment.getValue() + "}");
            JsonNode saved = Terminal.json("segment", shop, "save", segment.getKey(), "--condition", condition);
            assertEquals(segment.getKey(), saved.get("id").asText());
        }
        JsonNode reference = reference("segments");
        JsonNode counts = Terminal.json("segment", shop, "count", "--as-of", "2011-12-10");
        assertEquals(SEGMENTS.size(), counts.size());
        for (JsonNode count : counts) {
            System.getLogger("bench").log(System.Logger.Level.INFO, "{0}", count);
            assertEquals(expected(reference, count.get("id").asText()), count.get("users"), count::toString);
        }
    }

    /// The reference names its segments "vip: total revenue >= 5000", and two of them together "returners and vip".
    private static JsonNode expected(JsonNode reference, String id) {
        return reference
                .propertyStream()
                .filter(entry ->
                        entry.getKey().split(":", 2)[0].replace(' ', '-').equals(id))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCartAbandonersOfAWebShopAreAsManyAsTheReferenceCounts() throws IOException {
        Path shop = folder.resolve("web shop");
        Terminal.text("new", shop);
        Terminal.text("import", shop, DATA.resolve("ga4-export/ga4_all_24219.jsonl.gz"));
        Path condition = Files.writeString(folder.resolve("abandoned.json"), """
                {"format":"attune.condition","version":1,"condition":{"all":[
                 {"measure":{"kind":"count"},"types":["add_to_cart"],"where":[],
                  "window":{"kind":"all-time"},"comparison":"at-least","values":["1"]},
                 {"none":[{"measure":{"kind":"count"},"types":["purchase"],"where":[],
                  "window":{"kind":"all-time"},"comparison":"at-least","values":["1"]}]}]}}""");
        Terminal.text("segment", shop, "save", "Abandoned", "--condition", condition);
        JsonNode reference = reference("ga4");
        JsonNode count = Terminal.json("segment", shop, "count", "abandoned").get(0);
        assertEquals(reference.get("users"), count.get("of"), count::toString);
        assertEquals(reference.get("add_to_cart, no purchase"), count.get("users"), count::toString);
    }

    private static JsonNode reference(String name) throws IOException {
        return Json.read(Files.readString(DATA.resolve("reference-stats/segments.json")), "segments.json")
                .get(name);
    }

    @Test
    void aHundredThousandRatingsAreImported() {
        Path movies = folder.resolve("movies");
        Terminal.text("new", movies);
        JsonNode report = Terminal.json("import", movies, DATA.resolve("movielens-100k/u.data"));
        assertEquals(100_000, report.get("read").asInt());
        assertEquals(100_000, report.get("accepted").asInt());
    }
}
