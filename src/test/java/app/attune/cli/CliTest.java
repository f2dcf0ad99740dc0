package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.cli.Terminal.Ran;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every command, from start to end on small files, for people and for programs.
final class CliTest extends ShopTest {
    private static final String RULES = """
                {"format":1,"rules":[
                  {"id":"offer","name":"Offer","segment":"germans","status":"active","intent":"",
                   "then":{"do":"offer","code":"FIVE","text":"5 % off"}},
                  {"id":"again","name":"Offer again","segment":"germans","status":"active","intent":"",
                   "then":{"do":"offer","code":"SIX","text":"6 % off"}}]}
                """;

    /// None in the way of another.
    private static final String BUNDLED =
            RULES.replaceFirst("(\"again\".*?)\"active\"", "$1\"paused\"").replace("FIVE", "TEN");

    @BeforeAll
    void saveWhatIsAskedFor() throws IOException {
        text("segment", workspace, "save", "Germans", "--condition", shop.write("germans.json", GERMANS));
        text("train", workspace, "item-knn", "--shrink", "1");
    }

    @Test
    void newMakesAWorkspaceAndSaysWhere() {
        JsonNode made = json("new", folder.resolve("other"), "--name", "Other");
        assertEquals("Other", made.get("name").asText());
        assertTrue(Files.exists(Path.of(made.get("folder").asText(), "workspace.attune")));
        assertTrue(text("new", folder.resolve("third")).contains("\"third\""));
    }

    @Test
    void aBrokenRuleMakesTheCheckFailAndNotTheList() throws IOException {
        Path other = folder.resolve("broken-rules");
        text("new", other);
        text("import", other, shop.events());
        text("segment", other, "save", "All", "--condition", shop.write("all.json", "{\"all\":[]}"));
        text("rule", other, "save", shop.write("broken.json", """
                {"format":1,"rules":[{"id":"r","name":"R","segment":"all","status":"active","intent":"",
                 "then":{"do":"recommend","model":"item-knn"}}]}
                """));
        Ran check = run("rule", other, "check");
        assertEquals(ExitCode.BROKEN, check.code(), check::toString);
        assertTrue(check.out().contains("Cannot work: “R”"), check.out());
        assertEquals(ExitCode.OK, run("rule", other, "list").code());
    }

    @Test
    void rulesAreSavedCheckedAndShownAsTheyWereSaved() throws IOException {
        JsonNode saved = json("rule", workspace, "save", shop.write("rules.json", RULES), "--note", "first");
        assertEquals(2, saved.get("rules").asInt());
        JsonNode list = json("rule", workspace, "list");
        assertEquals(5, list.get(0).get("won").asInt());
        assertEquals(5, list.get(1).get("lost").asInt());
        assertTrue(text("rule", workspace, "check").contains("loses 5"));
        JsonNode matrix = json("rule", workspace, "matrix");
        assertEquals("equal", matrix.at("/pairs/0/relation").asText());
        assertEquals("nobody", matrix.at("/pairs/0/firstOnly/proof").asText());
        assertEquals(5, matrix.at("/pairs/0/both/users").asInt());
        assertEquals("shadowed", matrix.at("/findings/0/type").asText());
        assertTrue(matrix.at("/findings/0/proved").asBoolean());
        assertTrue(text("rule", workspace, "matrix").contains("Shadowed (proved): "));
        assertEquals(
                "first", json("rule", workspace, "versions").get(0).get("note").asText());
        assertTrue(text("rule", workspace, "versions").contains("2 rules"));
        Path shown = shop.write(
                "shown.json", run("rule", workspace, "show", "--json").out());
        assertEquals(saved, json("rule", workspace, "save", shown), "equal rules are no new version");
    }

    @Test
    void theExampleOfRulesIsSavedAsItIs() throws IOException {
        Path other = folder.resolve("with-example");
        text("new", other);
        text("import", other, shop.events(), "--consent", "all-agreed");
        text("segment", other, "save", "All", "--condition", shop.write("everybody.json", "{\"all\":[]}"));
        text("train", other, "item-knn", "--shrink", "1");
        String example = text("rule", other, "example");
        JsonNode first = Json.read(example, "standard output").get("rules").get(0);
        assertEquals("all", first.get("segment").asText());
        assertEquals("item-knn", first.get("then").get("model").asText());
        assertEquals("popularity", first.get("then").get("fallbacks").get(0).asText());
        assertEquals(400, first.get("weight").asInt());
        Path file = shop.write("example.json", example);
        assertEquals(3, json("rule", other, "save", file).get("rules").asInt());
        assertEquals(example, text("rule", other, "show"));
        assertEquals(ExitCode.OK, run("rule", other, "check").code());
        String listed = text("rule", other, "list");
        assertTrue(listed.contains("weight 400"), listed);
        assertTrue(listed.contains("Rules act by weight, the heaviest first"), listed);
    }

    @Test
    void whereThereIsNoSegmentTheExampleOfRulesSaysWhichToMake() throws IOException {
        Path empty = folder.resolve("without-segments");
        text("new", empty);
        Ran ran = run("rule", empty, "example");
        assertEquals(ExitCode.OK, ran.code(), ran::err);
        assertTrue(ran.err().contains("segment WORKSPACE save frequent-buyers --template"), ran.err());
        text("import", empty, shop.events());
        text("segment", empty, "save", "frequent-buyers", "--template", "frequent-buyers");
        text("rule", empty, "save", shop.write("first.json", ran.out()));
    }

    @Test
    void recommendersAreTrainedAndCompared() {
        JsonNode trained = json("train", workspace, "popularity", "--weight", "purchase=3", "--weight", "view=1");
        assertTrue(trained.get("model").asText().startsWith("popularity"), trained::toString);
        JsonNode compared = json("evaluate", workspace, "item-knn", "popularity", "--split", "2026-10-25T00:00:00Z");
        assertFalse(compared.get("leakage").asBoolean());
        assertTrue(compared.get("firstTest").asText().startsWith("2026-10-25"));
        assertEquals(3, compared.get("rows").size());
        JsonNode row = compared.get("rows").get(2);
        for (String measure : List.of("map10", "mrr10", "cutRecall10", "novelty10", "diversity10", "popularity10")) {
            assertTrue(
                    row.get(measure).get("low").asDouble()
                            <= row.get(measure).get("high").asDouble(),
                    measure);
        }
        assertEquals(12, row.get("map10").get("n").asInt());
        assertTrue(row.has("gini10"), row::toString);
        assertEquals("category", row.get("kinds").asText());
        String knn = json("train", workspace, "item-knn").get("model").asText();
        String popular = json("train", workspace, "popularity").get("model").asText();
        JsonNode beside = json("compare", workspace, knn, popular);
        assertTrue(beside.get("sameTestUsers").asBoolean());
        assertEquals(knn, beside.get("overlaps").get(0).get("one").asText());
        assertTrue(beside.get("overlaps").get(0).get("jaccard10").get("n").asInt() > 0);
        assertEquals("items in training", beside.get("groups").get(0).get("by").asText());
        String side = text("compare", workspace, knn, popular, "--by-segment", "germans");
        assertTrue(side.contains("Lists of ten today, means over"), side);
        assertTrue(side.contains("By segment Germans, compared with"), side);
        assertTrue(text("evaluate", workspace).contains("no leakage"));
        JsonNode parted = json("evaluate", workspace, "item-knn", "--by-segment", "germans", "--by", "country")
                .get("groups");
        assertEquals("items in training", parted.get(0).get("by").asText());
        assertEquals("segment Germans", parted.get(1).get("by").asText());
        assertEquals("country", parted.get(2).get("by").asText());
        assertEquals(
                "not-enough-data",
                parted.get(2).get("rows").get(0).get("standing").asText());
        assertFalse(parted.get(2).get("rows").get(0).has("ndcg10"), "too few users get no number");
        Ran unknown = run("evaluate", workspace, "item-knn", "--by", "shoe_size");
        assertTrue(unknown.err().contains("Users have no attribute shoe_size of texts."), unknown.err());
        String popularity = text("train", workspace, "popularity");
        assertTrue(popularity.startsWith("Trained popularity"), popularity);
        assertFalse(popularity.contains("Popularity is not distinguishable from Popularity"), popularity);
        assertEquals(popularity.lines().toList(), popularity.lines().distinct().toList());
        assertEquals(
                3,
                popularity
                        .lines()
                        .filter(line -> line.startsWith("Popularity "))
                        .count(),
                "once in each table: " + popularity);
    }

    @Test
    void previewTellsWhatOneUserGets() {
        JsonNode one = json("preview", workspace, "u02", "--length", "3");
        assertTrue(one.toString().contains("\"u02\""));
        assertTrue(text("preview", workspace, "u02").contains("in   Germans: country = DE"));
        assertEquals(
                text("preview", workspace, "--random", "--segment", "germans", "--seed", "7"),
                text("preview", workspace, "--random", "--segment", "germans", "--seed", "7"));
    }

    @Test
    void previewSetsAnotherModelAndOtherRulesBesideTheList() {
        String model = json("train", workspace, "popularity").get("model").asText();
        String told = text("preview", workspace, "u02", "--compare-model", model);
        assertTrue(told.contains("\nBeside Popularity " + model.substring(model.lastIndexOf('-') + 1) + ": "), told);
        assertTrue(told.contains("  Most popular\n"), told);
        JsonNode one =
                json("preview", workspace, "u02", "--compare-model", model).at("/beside/0");
        assertEquals("popularity", one.at("/decision/model").asText());
        assertTrue(one.get("changes").size() >= one.at("/decision/items").size());
        assertEquals(
                "There is no model ease-9.",
                Terminal.refused(ExitCode.PROBLEM, "preview", workspace, "u02", "--compare-model", "ease-9")
                        .getFirst());
    }

    @Test
    void previewTellsWhatWouldBeOtherwiseAndStoresNothing() {
        String before = text("preview", workspace, "u02");
        String told = text("preview", workspace, "u02", "--set", "country=AT", "--add-event", "purchase:i3=12.50");
        assertTrue(told.contains("\nWhat if country = AT, purchase of i3: "), told);
        assertTrue(told.contains("  Leaves the segment Germans."), told);
        JsonNode json = json("preview", workspace, "u02", "--set", "country=AT").at("/whatIf");
        assertEquals("What if country = AT", json.get("with").asText());
        assertEquals(before, text("preview", workspace, "u02"));
        Terminal.refused(ExitCode.USAGE, "preview", workspace, "u02", "--set", "colour=red");
    }

    @Test
    void listsOfAllUsersAreWrittenWithTheirChecksum() throws IOException {
        Path file = folder.resolve("all.jsonl");
        JsonNode written = json("recommend-all", workspace, "--out", file, "--length", "3");
        assertEquals(SmallShop.USERS, written.get("users").asInt());
        assertEquals(SmallShop.USERS, Files.readAllLines(file).size());
        assertEquals(
                written.get("sha256").asText() + "  all.jsonl\n", Files.readString(folder.resolve("all.jsonl.sha256")));
        assertTrue(text("recommend-all", workspace, "--out", file).contains("as JSON Lines"));
    }

    @Test
    void modelsOfFactorsBecomeOnnxAndOthersSayWhichDo() throws IOException {
        text("train", workspace, "popularity");
        List<String> refused = Terminal.refused(
                ExitCode.PROBLEM, "model-onnx", workspace, "popularity-1", "--out", folder.resolve("none"));
        assertTrue(refused.getFirst().contains("popularity-1 is no model of factors"), refused::toString);
        assertTrue(refused.getLast().contains("iALS or BPR"), refused::toString);
        assertFalse(Files.exists(folder.resolve("none")));
        text("train", workspace, "bpr", "-o", "factors=3", "-o", "epochs=2");
        JsonNode written = json("model-onnx", workspace, "bpr-1", "--out", folder.resolve("onnx"), "--length", "2");
        assertEquals(
                written.get("users").asInt() + 1,
                Files.readAllLines(folder.resolve("onnx/users.csv")).size());
        assertTrue(written.get("files").toString().contains("bpr-1.onnx"), written::toString);
        String told = text("model-onnx", workspace, "bpr-1", "--out", folder.resolve("served"), "--triton");
        assertTrue(told.startsWith("Wrote bpr-1 as ONNX with "), told);
        assertTrue(Files.exists(folder.resolve("served/triton/bpr-1/1/model.onnx")));
    }

    @Test
    void previewTestsTheReasonsOfTheList() {
        text("train", workspace, "item-knn", "--shrink", "0");
        JsonNode one = json("preview", workspace, "u02", "--deletion-test");
        JsonNode first = one.at("/deletionTests/0");
        assertEquals(
                one.at("/decision/items/0/evidence/0/item"), first.at("/without/0/removed/0"), one::toPrettyString);
        assertEquals(1, first.get("place").asInt());
        String told = text("preview", workspace, "u02", "--deletion-test");
        assertTrue(told.contains("Deletion tests\n  1. Thing"), told);
        assertTrue(told.contains("      Without \u201cThing"), told);
        assertFalse(text("preview", workspace, "u02").contains("Without"));
        assertFalse(json("preview", workspace, "u02").has("deletionTests"));
    }

    @Test
    void previewTellsHowTheListCameAboutAndWhyAnItemIsNotThere() {
        JsonNode one = json("preview", workspace, "u02", "--length", "1", "--stages", "--why-not", "none-such");
        assertEquals("UNKNOWN", one.at("/whyNot/0/cause").asText());
        int left = one.at("/strategy/stages/0/in").asInt();
        for (JsonNode stage : one.at("/strategy/stages")) {
            assertEquals(left, stage.get("in").asInt());
            left = stage.get("out").asInt();
            assertEquals(
                    stage.get("in").asInt() + stage.get("added").asInt(),
                    left + stage.get("dropped").asInt());
        }
        assertEquals(1, left);
        assertFalse(json("preview", workspace, "u02").has("strategy"));
        String last = one.at("/strategy/stages/5/items/0/item").asText();
        assertTrue(
                text("preview", workspace, "u02", "--length", "1", "--why-not", last)
                        .contains("1 place is filled without it"),
                last);
    }

    @Test
    void chartsAreDrawnAsWhatTheirNameSays() throws IOException {
        Path png = shop.file("charts/active.png");
        JsonNode active = json("chart", workspace, "active-users", "--out", png);
        assertEquals("png " + active.get("title").asText(), Files.readString(png));
        Path svg = shop.file("charts/size.SVG");
        text("chart", workspace, "segment-size", "germans", "--days", "10", "--out", svg);
        assertEquals("svg Germans held at 5 users since 22 Oct 2026", Files.readString(svg));
        assertTrue(text("chart", workspace, "recommenders", "--out", shop.file("models.png"))
                .contains("Drew"));
    }

    @Test
    void aBundleIsExportedAndVerified() throws IOException {
        text("rule", workspace, "save", shop.write("for-bundle.json", BUNDLED));
        Path bundle = shop.file("bundle");
        JsonNode exported = json("export", workspace, "--out", bundle, "--min-segment", "1");
        JsonNode verified = json("verify", bundle);
        assertTrue(verified.get("sound").asBoolean());
        assertEquals(exported.get("hash"), verified.get("hash"));
        assertEquals(exported.get("vectors"), verified.get("vectors"));
        assertTrue(text("verify", bundle).startsWith("Sound: "));
        assertTrue(text("export", workspace, "--out", shop.file("second"), "--min-segment", "1")
                .contains("attune verify"));
    }

    @Test
    void conflictsOfAnExportAreThoseUnderTheHitPolicyOfTheRules() throws IOException {
        text("rule", workspace, "save", shop.write("both.json", RULES));
        Ran closed = run("export", workspace, "--out", shop.file("in-the-way"), "--min-segment", "1");
        assertTrue(closed.err().contains("can never win"), closed.err());
        String collect = RULES.replace("{\"format\":1,", "{\"format\":3,\"hitPolicy\":\"collect\",");
        text("rule", workspace, "save", shop.write("collect.json", collect));
        text("export", workspace, "--out", shop.file("both-shown"), "--min-segment", "1");
    }

    @Test
    void aClosedGateNamesTheWaiverThatTheBundleThenCarries() throws IOException {
        text("rule", workspace, "save", shop.write("for-bundle.json", BUNDLED));
        Ran closed = run("export", workspace, "--out", shop.file("closed"));
        assertEquals(ExitCode.PROBLEM, closed.code());
        assertTrue(closed.err().contains("fewer than 30"), closed.err());
        assertTrue(closed.err().contains("waive size"), closed.err());
        assertTrue(run("export", workspace, "--out", shop.file("closed"), "--waive", "size=too short")
                .err()
                .contains("10 to 500 characters"));
        Path bundle = shop.file("waived");
        String waived = text(
                "export",
                workspace,
                "--out",
                bundle,
                "--author",
                "ana",
                "--waive",
                "size=a shop for tests is small",
                "--waive",
                "review=nothing is up for review");
        assertTrue(waived.contains("Waived the gate size, by ana: a shop for tests is small"), waived);
        assertTrue(waived.contains("The gate review is open; its waiver was not needed"), waived);
        String verified = text("verify", bundle);
        assertTrue(verified.contains("Waived: the gate size, by ana at "), verified);
        assertFalse(verified.contains("review"), verified);
        String rulebook = Files.readString(bundle.resolve("rulebook.md"));
        assertTrue(rulebook.contains("- `size`: waived, 1 finding by ana at "), rulebook);
    }

    @Test
    void aKeyThatIsNotTheOneExpectedEndsWithThree() throws IOException {
        text("rule", workspace, "save", shop.write("for-bundle.json", BUNDLED));
        Path bundle = shop.file("signed");
        String fingerprint = json("export", workspace, "--out", bundle, "--min-segment", "1")
                .get("fingerprint")
                .asText();
        assertTrue(text("verify", bundle).contains("Signed by the key " + fingerprint));
        assertTrue(text("verify", bundle, "--key", fingerprint.toUpperCase(Locale.ROOT))
                .startsWith("Sound: "));
        assertTrue(text("verify", bundle, "--key", bundle.resolve("signing-key.pem"))
                .startsWith("Sound: "));
        Ran other = run("verify", bundle, "--key", "ab".repeat(32));
        assertEquals(ExitCode.DIFFERENT, other.code());
        assertTrue(other.out().contains("not by the key expected"), other.out());
        assertEquals(
                ExitCode.PROBLEM,
                run("verify", bundle, "--key", shop.file("none-such")).code());
    }

    @Test
    void twoBundlesAreComparedInSentencesAndByDecisions() throws IOException {
        text("rule", workspace, "save", shop.write("for-bundle.json", BUNDLED));
        text("export", workspace, "--out", shop.file("older"), "--min-segment", "1");
        assertTrue(text("diff", shop.file("older"), shop.file("older"))
                .startsWith("Rules, segments and models are the same."));
        text("rule", workspace, "save", shop.write("for-bundle.json", BUNDLED.replace("TEN", "TWENTY")));
        text("export", workspace, "--out", shop.file("newer"), "--min-segment", "1");
        String diff = text("diff", shop.file("older"), shop.file("newer"));
        assertTrue(diff.contains("TEN") && diff.contains("TWENTY"), diff);
        assertFalse(diff.contains("Segments"), diff);
        JsonNode json = json("diff", shop.file("older"), shop.file("newer"));
        assertFalse(json.get("same").asBoolean());
        assertFalse(json.get("decisions").get("changed").isEmpty(), json.toString());
    }

    @Test
    void aBundleRefusesASegmentThatItCannotCarryAndNamesTheRow() throws IOException {
        String tenth = "{\"format\":\"attune.condition\",\"version\":1,\"condition\":"
                + "{\"all\":[{\"bucket\":\"spring\",\"from\":0,\"to\":10}]}}";
        text("segment", workspace, "save", "Tenth", "--condition", shop.write("tenth.json", tenth));
        Ran refused = run("export", workspace, "--out", shop.file("refused"));
        text("segment", workspace, "delete", "tenth");
        assertEquals(ExitCode.PROBLEM, refused.code());
        assertTrue(
                refused.err()
                        .contains("In the segment Tenth: Row 1: A bundle cannot carry"
                                + " \"who are in the random part 0% to 10% of spring\" yet."),
                refused.err());
    }

    @Test
    void aBundleCarriesASegmentThatAsksWhichItemHasTheMostEvents() throws IOException {
        Path fans = shop.write("fans.txt", "most frequent item of any event in the last 7 days is i1");
        text("segment", workspace, "save", "Fans", "--condition", fans);
        Path bundle = shop.file("of-fans");
        text("export", workspace, "--out", bundle, "--min-segment", "1", "--waive", "review=nobody-is-there");
        text("segment", workspace, "delete", "fans");
        assertTrue(text("verify", bundle).startsWith("Sound: "));
        assertTrue(Files.readString(bundle.resolve("segments.json")).contains("\"kind\" : \"item\""));
    }

    @Test
    void versionAndHelpAreResults() {
        Ran version = run("--version");
        assertEquals(ExitCode.OK, version.code());
        assertTrue(version.out().startsWith("attune "));
        assertTrue(text("--help").contains("Exit codes: 0 done, 1 a problem"));
    }

    @Test
    void aManifestThatDiffersEndsWithThreeAndSaysWhatToDo() throws IOException {
        Path manifest = shop.file("manifest.csv");
        text("reconcile", workspace, "--out", manifest);
        assertTrue(text("reconcile", workspace, manifest).contains("0 of 31 days"));
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("2026-10-01,\\d+", "2026-10-01,9"));
        Ran ran = run("reconcile", workspace, manifest);
        assertEquals(ExitCode.DIFFERENT, ran.code(), ran.toString());
        assertTrue(ran.out().contains("source") && ran.out().contains("fewer here"), ran.out());
        assertTrue(ran.out().contains("Export the days that differ"), ran.out());
    }
}
