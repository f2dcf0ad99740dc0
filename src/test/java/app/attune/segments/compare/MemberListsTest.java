package app.attune.segments.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.NoneOf;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MemberListsTest {
    private static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");
    private static final SegmentId EVERYBODY = new SegmentId("everybody");

    @TempDir
    private Path folder = Path.of(".");

    private static Population people() {
        EventFrameBuilder builder = new EventFrameBuilder();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String user : List.of("u2", "-cmd", "u10", "u1", "no", "u3")) {
            builder.event(user, AS_OF.minusSeconds(60), "view", "", Double.NaN);
            rows.add(
                    user.equals("no")
                            ? Map.of("consent_personalisation", "DENIED", "note", "n")
                            : Map.of("consent_personalisation", "GRANTED", "note", user.equals("u3") ? "=1+1" : "a,b"));
        }
        return Population.agreeing(
                builder.build(), new ColumnTable(rows.size(), EventFrameBuilder.columnsOf(rows)), "members");
    }

    private static SegmentService service() {
        Population people = people();
        SegmentService service = new SegmentService(new FakeSegmentStore(), progress -> people, Clock.systemUTC());
        service.save(new SegmentDraft(EVERYBODY, "Everybody", new AllOf(List.of())), "Ada", "");
        return service;
    }

    @Test
    void theDescriptionSaysWhatAReferenceMeant() throws IOException {
        SegmentService service = service();
        SegmentId others = new SegmentId("others");
        service.save(
                new SegmentDraft(others, "Others", new NoneOf(List.of(new SegmentCondition(EVERYBODY)))), "Ada", "");
        MemberRequest request =
                new MemberRequest(others, folder.resolve("list.csv"), Consents.PERSONALISATION, List.of());
        new MemberLists(service).write(request, AS_OF, Progress.none());
        JsonNode segment = Json.read(Files.readString(folder.resolve("list.csv.json")), "list.csv.json")
                .get("segment");
        assertEquals(
                "Users not who are in the segment Everybody",
                segment.get("condition").asText());
        assertEquals("Users not of any kind", segment.get("asked").asText());
    }

    private MemberFile write(String purpose, String... attributes) {
        return new MemberLists(service())
                .write(
                        new MemberRequest(EVERYBODY, folder.resolve("list.csv"), purpose, List.of(attributes)),
                        AS_OF,
                        Progress.none());
    }

    @Test
    void everyUserWhoAgreedStandsThereOnceById() throws IOException {
        MemberFile done = write("personalisation");
        assertEquals(
                List.of("user_id", "'-cmd", "u1", "u10", "u2", "u3"), Files.readAllLines(folder.resolve("list.csv")));
        assertEquals(6, done.users());
        assertEquals(1, done.withheld());
        assertEquals(5, done.written());
        assertEquals(1, done.guarded());
        assertEquals(
                "Wrote 5 users of Everybody, version 1, as of 1 Jun 2026, 00:00 UTC: it has 6, 1 has not agreed to"
                        + " personalisation and is left out. 1 id stands behind an apostrophe, since a spreadsheet would"
                        + " run it.",
                done.sentence());
    }

    @Test
    void attributesStandBesideTheIdsAndFormulasAreGuarded() throws IOException {
        write("personalisation", "note", "note");
        List<String> lines = Files.readAllLines(folder.resolve("list.csv"));
        assertEquals("user_id,note", lines.getFirst());
        assertEquals("u1,\"a,b\"", lines.get(2));
        assertEquals("u3,'=1+1", lines.getLast());
    }

    @Test
    void theDescriptionBesideItHasTheChecksumAndTheCounts() throws IOException, NoSuchAlgorithmException {
        MemberFile done = write("personalisation");
        JsonNode said = Json.read(Files.readString(folder.resolve("list.csv.json")), "list.csv.json");
        byte[] bytes = Files.readAllBytes(folder.resolve("list.csv"));
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertEquals(sha256, said.get("sha256").asText());
        assertEquals(sha256, done.sha256());
        assertEquals(
                said.get("users").asInt(),
                said.get("written").asInt() + said.get("leftOut").asInt());
        assertEquals("everybody", said.at("/segment/id").asText());
        assertEquals(1, said.at("/segment/version").asInt());
        assertEquals(AS_OF.toString(), said.get("asOf").asText());
        assertTrue(new String(bytes, StandardCharsets.UTF_8).lines().count()
                == said.get("written").asInt() + 1);
    }

    /// Of a mistyped purpose nobody said anything, and all are declared to agree here.
    @Test
    void purposeNobodyEverSpokeOfIsRefusedAndNothingIsWritten() {
        assertEquals("segments.unknown-purpose", code("personalization"));
        assertEquals("segments.unknown-attribute", code("personalisation", "none"));
        assertFalse(Files.exists(folder.resolve("list.csv")));
    }

    private String code(String purpose, String... attributes) {
        return assertThrows(ProblemException.class, () -> write(purpose, attributes))
                .problem()
                .code();
    }
}
