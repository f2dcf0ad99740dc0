package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.json.Json;
import app.attune.export.FakeEngine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `attune prove` with engines in processes of their own, which are there without being fetched.
final class ProveCommandTest {
    private static final int DRAWN = 150;
    private static final int LIED_EACH = 7;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // Before all tests.
    private static SmallShop shop;

    private static final String BUYERS = """
            {"format":"attune.condition","version":1,"condition":{"all":[
             {"measure":{"kind":"count"},"types":["purchase"],"where":[],
              "window":{"kind":"last","amount":20,"unit":"days"},"comparison":"at-least","values":["3"]},
             {"attribute":"country","comparison":"is","values":["DE"],"whenMissing":"yes"}]}}""";

    private static final String RULES = """
            {"format":1,"rules":[
             {"id":"five","name":"Five off","segment":"buyers","status":"active","intent":"Thanks",
              "then":{"do":"offer","code":"FIVE","text":"5 off"}}]}""";

    @BeforeAll
    static void export() throws IOException {
        shop = new SmallShop(folder).filled();
        text("segment", shop.workspace(), "save", "Buyers", "--condition", shop.write("buyers.json", BUYERS));
        text("rule", shop.workspace(), "save", shop.write("rules.json", RULES));
        text("train", shop.workspace(), "popularity");
        text("export", shop.workspace(), "--out", shop.file("bundle"), "--target", "jsonlogic", "--min-segment", "1");
        ObjectNode root = Json.mapper().createObjectNode();
        ArrayNode engines = root.putArray("engines");
        for (String does : List.of("honest", "lying", "crashing", "missing")) {
            ObjectNode engine = engines.addObject().put("engine", does).put("target", "jsonlogic");
            engine.put("needs", does.equals("missing") ? "not-there" : "").put("install", "make " + does);
            engine.putArray("run")
                    .add("{java}")
                    .add("-XX:TieredStopAtLevel=1")
                    .add("-cp")
                    .add(System.getProperty("java.class.path"))
                    .add(FakeEngine.class.getName())
                    .add(does);
        }
        shop.write("engines.json", Json.writePretty(root));
    }

    private static Object[] words(String engine, Path out) {
        return new Object[] {
            "prove", shop.file("bundle"), "--engine", engine, "--engines", folder, "--cases", DRAWN, "--out", out
        };
    }

    private static JsonNode certificate(Path out) throws IOException {
        return Json.read(Files.readString(out.resolve("certificate.json")), "certificate");
    }

    @Test
    void anEngineThatAgreesIsCertifiedWithTheWholePopulation() throws IOException {
        Path out = folder.resolve("honest");
        String said = text(
                "prove",
                shop.file("bundle"),
                "--engine",
                "honest",
                "--engines",
                folder,
                "--cases",
                DRAWN,
                "--seed",
                5,
                "--population",
                shop.workspace(),
                "--out",
                out);
        assertTrue(said.startsWith("Proved: "), said);
        assertTrue(said.contains("The certificate is in " + out + "."), said);
        JsonNode certificate = certificate(out);
        assertTrue(certificate.path("proved").asBoolean());
        assertEquals(5, certificate.path("seed").asInt());
        assertEquals(DRAWN, certificate.at("/cases/generated").asInt());
        int golden =
                Files.readAllLines(shop.file("bundle").resolve("golden.jsonl")).size();
        assertEquals(
                SmallShop.USERS + golden, certificate.at("/cases/population").asInt());
        for (String kind : List.of("boundary", "missing", "ill-typed", "hostile")) {
            assertTrue(certificate.at("/cases/" + kind).asInt() > 0, kind);
        }
        int cases = 0;
        for (JsonNode count : certificate.path("cases")) {
            cases += count.asInt();
        }
        JsonNode engine = certificate.at("/engines/0");
        assertEquals(cases, engine.path("cases").asInt());
        assertEquals(0, engine.path("differing").asInt());
        assertEquals("honest 1.0", engine.path("version").asText());
        assertEquals("jsonlogic", engine.path("target").asText());
        assertEquals(json("verify", shop.file("bundle")).path("hash"), certificate.path("bundleHash"));
        assertTrue(said.contains(Files.readString(out.resolve("certificate.txt"))), said);
    }

    @Test
    void differencesEndWithThreeAndAreInTheCertificate() throws IOException {
        Path out = folder.resolve("lying");
        Terminal.Ran ran = run(words("lying", out));
        assertEquals(ExitCode.DIFFERENT, ran.code(), ran::err);
        assertTrue(ran.out().startsWith("NOT PROVED: "), ran::out);
        JsonNode certificate = certificate(out);
        assertFalse(certificate.path("proved").asBoolean());
        JsonNode engine = certificate.at("/engines/0");
        assertEquals(
                engine.path("cases").asInt() / LIED_EACH,
                engine.path("differing").asInt());
        assertEquals(10, engine.path("differences").size());
        for (JsonNode difference : engine.path("differences")) {
            assertFalse(difference.path("expected").equals(difference.path("got")), difference::toString);
            assertTrue(
                    Json.read(difference.path("context").asText(), "context").has("attributes"), difference::toString);
            assertTrue(ran.out().contains(difference.path("context").asText()), ran::out);
        }
    }

    @Test
    void anEngineThatDidNotRunToItsEndProvesNothing() throws IOException {
        for (String engine : List.of("crashing", "missing")) {
            Path out = folder.resolve(engine);
            Terminal.Ran ran = run(words(engine, out));
            assertEquals(ExitCode.PROBLEM, ran.code(), ran::err);
            assertFalse(certificate(out).path("proved").asBoolean());
            assertTrue(certificate(out).at("/engines/0/notRun/remedy").asText().contains("make " + engine));
        }
    }
}
