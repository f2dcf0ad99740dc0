package app.attune.cli;

import static app.attune.cli.Terminal.refused;
import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.cli.Terminal.Ran;
import app.attune.core.json.Json;
import app.attune.recommend.spark.SavedBySpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What all commands owe to whoever types them: help with an example, two lines and a code when they cannot, and one
/// JSON value when asked for it. `@W` stands for the workspace, `@F` for the folder of the files.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EveryCommandTest {
    /// What can be done, as typed.
    private static final List<String> DONE = List.of(
            "new @F/another",
            "import @W @F/events.csv --dry-run",
            "imports @W",
            "imports @W forget 1",
            "imports @W rejected 1",
            "identity @W rules",
            "identity @W rules --link order_id --preview",
            "identity @W people",
            "identity @W show u02",
            "identity @W versions",
            "events @W",
            "events @W --where type=view --out @F/views.csv",
            "sessions @W",
            "sessions @W --gap 45 --ids ignored --out @F/sessions.csv",
            "sql @W",
            "quality @W",
            "quality @W expect Fresh --fresh 48",
            "quality @W versions",
            "quality @W restore 1",
            "reconcile @W --out @F/manifest.csv",
            "reconcile @W @F/manifest.csv",
            "reconcile --sql spark --table shop.events",
            "delta @W",
            "delta @W --from 0 --to 3",
            "consent @W status",
            "consent @W show u02",
            "segment @W list",
            "segment @W count germans",
            "segment @W templates",
            "segment @W members germans",
            "segment @W members germans --out @F/germans.csv --attributes country",
            "segment @W explain germans u02",
            "segment @W overlap germans germans-too",
            "segment @W profile germans",
            "segment @W kpi germans",
            "segment @W flows germans",
            "segment @W dropoff germans",
            "segment @W sql germans",
            "segment @W show germans",
            "segment @W show germans --as text",
            "segment @W truth",
            "segment @W grammar",
            "segment @W versions germans",
            "segment @W diff germans 1 1",
            "segment @W about germans",
            "segment @W health",
            "segment @W rfm",
            "segment @W export @F/in-git",
            "segment @W import @F/in-git",
            "segment @W save germans --condition @F/germans.json",
            "discover @W --like germans --rows 1",
            "discover @W --baskets",
            "discover @W --baskets --orders 2 --items 50 --lift 1",
            "rule @W list",
            "rule @W example",
            "rule @W show",
            "rule @W check",
            "rule @W matrix",
            "rule @W versions",
            "rule @W diff 1 1",
            "rule @W rollback 1",
            "rule @W tag a-tag 1",
            "rule @W untag a-tag",
            "rule @W review 1 --ask",
            "rule @W branches",
            "rule @W branch side",
            "rule @W switch main",
            "rule @W test",
            "rule @W tests",
            "rule @W export @F/rules-in-git",
            "rule @W import @F/rules-in-git",
            "train @W popularity",
            "evaluate @W popularity",
            "tune @W popularity --trials 2",
            "tune @W popularity --resume",
            "train @W item-knn",
            "evaluate @W popularity --split leave-last-out --k-core 2",
            "evaluate @W popularity --split rolling --periods 2",
            "compare @W popularity-1 item-knn-1",
            "compare @W popularity-1 --split rolling --periods 2",
            "rerank @W popularity-1 --diversity 0.3 --save @F/steps.json",
            "rerank @W popularity-1 u02 --popularity 0.3",
            "model @W list",
            "model @W champion popularity-1",
            "model @W champion",
            "model @W refit popularity-1",
            "model @W release",
            "preview @W u02",
            "preview @W u02 --stages --why-not a",
            "preview @W u02 --keep-test",
            "preview @W u02 --deletion-test",
            "model-arrays @W popularity-1 --out @F/arrays",
            "model-onnx @W ials-1 --out @F/onnx",
            "model-onnx @W ials-1 --out @F/triton --triton --length 3 --as-of 2026-11-02",
            "model-onnx @W ials-1 --out @F/factors --without-users",
            "model-import @W @F/als --items @F/als-items.csv --users @F/als-users.csv --alpha 2 --reg-param 0.05",
            "recommend-all @W --out @F/lists.csv",
            "recommend-all @W --out @F/lists.resp --model popularity-1 --length 3 --name home",
            "preview @W u02 --set country=AT --add-event view --what-if-time 2026-11-02",
            "preview @W u02 --compare-model popularity-1 --compare-rules 1",
            "chart @W active-users --out @F/active.png",
            "chart @W trade-off --out @F/trade-off.svg",
            "export @W --out @F/bundle-one --min-segment 1 --waive review=nobody-is-there",
            "export @W --out @F/bundle-waived --waive size=small-on-purpose --waive review=nobody-is-there",
            "export @W --out @F/bundle-flags --target flagd --target unleash --min-segment 1 --waive review=nobody-is-there",
            "serve @F/to-serve --check --port 0",
            "backup @W",
            "backup @W --make",
            "backup @W --restore newest --dry-run",
            "backup @W --restore newest --to @F/copy-of-shop",
            "check @W",
            "archive @W @F/archived.zip",
            "unarchive @F/archived.zip @F/unarchived");

    /// Commands on a workspace; `@W` is put where there is none.
    private static final List<String> ON_A_WORKSPACE = List.of(
            "import @W @F/events.csv",
            "imports @W",
            "identity @W people",
            "events @W",
            "sessions @W",
            "sql @W",
            "quality @W",
            "reconcile @W @F/events.csv",
            "delta @W",
            "consent @W status",
            "segment @W list",
            "segment @W save X --condition @F/germans.json",
            "rule @W list",
            "rule @W save @F/rules.json",
            "train @W popularity",
            "tune @W popularity",
            "evaluate @W popularity",
            "model @W list",
            "preview @W u02",
            "chart @W active-users --out @F/x.png",
            "export @W --out @F/x-bundle",
            "backup @W --list",
            "backup @W --make",
            "backup @W --restore newest",
            "check @W",
            "archive @W @F/never.zip");

    /// Ids and names nobody has.
    private static final List<String> UNKNOWN = List.of(
            "import @W @F/none-such.csv",
            "imports @W forget none-such",
            "imports @W rejected none-such",
            "identity @W rules --link none-such",
            "identity @W show none-such",
            "consent @W show none-such",
            "identity @W cut none-such",
            "events @W --sort none-such",
            "events @W --where none-such=1",
            "quality @W forget none-such",
            "quality @W restore none-such",
            "reconcile @W @F/none-such.csv",
            "segment @W count none-such",
            "segment @W members none-such",
            "segment @W members germans --out @F/germans.csv --attributes none-such",
            "segment @W members germans --out @F/germans.csv --purpose none-such",
            "segment @W explain none-such u02",
            "segment @W explain germans none-such",
            "segment @W overlap germans none-such",
            "segment @W profile none-such",
            "segment @W kpi none-such",
            "segment @W flows none-such",
            "segment @W dropoff none-such",
            "segment @W sql none-such",
            "segment @W show none-such",
            "segment @W delete none-such",
            "segment @W save X --template none-such",
            "segment @W versions none-such",
            "segment @W diff none-such",
            "segment @W about none-such",
            "segment @W health none-such",
            "segment @W import @F/none-such",
            "rule @W diff none-such 1",
            "rule @W rollback none-such",
            "rule @W review none-such",
            "rule @W switch none-such",
            "rule @W merge none-such",
            "rule @W tag x none-such",
            "rule @W import @F/none-such",
            "evaluate @W popularity --split-file @F/none-such",
            "model @W champion none-such-9",
            "model @W drift --purpose none-such",
            "preview @W none-such",
            "recommend-all @W --out @F/lists.csv --model none-such-9",
            "model-arrays @W none-such-9 --out @F/arrays",
            "model-onnx @W none-such-9 --out @F/none",
            "rerank @W none-such-9 --diversity 0.3",
            "rerank @W popularity-1 --rerank @F/none-such.json",
            "model-import @W @F/none-such",
            "model-import @W @F/als --items @F/none-such",
            "preview @W --random --segment none-such",
            "chart @W segment-size none-such --out @F/x.png",
            "backup @W --restore none-such",
            "unarchive @F/none-such @F/from-none-such",
            "verify @F/none-such",
            "serve @F/none-such --check --port 0",
            "serve @F/to-serve --token-file @F/none-such",
            "diff @F/none-such @F/none-such",
            "prove @F/none-such");

    /// Words the commands do not have.
    private static final List<String> NOT_UNDERSTOOD = List.of(
            "none-such",
            "train @W none-such",
            "evaluate @W none-such",
            "tune @W none-such",
            "tune @W ease --by none-such",
            "tune @W ease --search none-such",
            "tune @W ease --range lambda=none-such",
            "tune @W ease --range none-such=1..2",
            "tune @W ease --trials 0",
            "tune @W ease --seconds 0",
            "tune @W ease --resume none-such",
            "compare @W popularity-1",
            "compare @W popularity none-such",
            "compare @W popularity-1 item-knn-1 --split rolling --diversity 0.3",
            "evaluate @W popularity --split none-such",
            "evaluate @W popularity --periods 2",
            "model @W none-such",
            "model @W champion popularity",
            "model @W champion popularity-1 --purpose None-Such",
            "chart @W none-such --out @F/x.png",
            "model-import @W @F/als --alpha none-such",
            "model-import @W @F/als --alpha -1",
            "segment @W none-such",
            "segment @W show germans --as none-such",
            "rule @W none-such",
            "mapping @W none-such",
            "consent @W none-such",
            "identity @W none-such",
            "quality @W none-such",
            "reconcile --sql none-such",
            "reconcile @W none-such --sql spark",
            "reconcile @W @F/events.csv --out none-such",
            "import @W @F/events.csv --as none-such",
            "segment @W count --as-of none-such",
            "segment @W diff germans 1 none-such",
            "segment @W rfm X --cells none-such",
            "segment @W about germans --figure none-such",
            "segment @W about germans --target none-such",
            "export @W --out @F/never --target none-such",
            "serve @F/to-serve --port none-such",
            "serve @F/to-serve --budget-ms 0 --check",
            "export @W --out @F/never --waive none-such=because-I-say-so",
            "export @W --out @F/never --waive size=short",
            "export @W --out @F/never --min-segment -1",
            "backup @W --to none-such");

    /// Places below a file, where nothing can be made.
    private static final List<String> UNWRITABLE = List.of(
            "new @F/events.csv/shop",
            "import @W @F/events.csv --dry-run --save-mapping @F/events.csv/x.json",
            "import @W @F/events.csv --rejected @F/events.csv/x.csv",
            "chart @W active-users --out @F/events.csv/x.png",
            "model-onnx @W ials-1 --out @F/events.csv/onnx",
            "export @W --out @F/events.csv/bundle --min-segment 1 --waive review=nobody-is-there",
            "backup @W --restore newest --to @F/events.csv/copy",
            "archive @W @F/events.csv/shop.zip",
            "sample --out @F/events.csv/sample",
            "demo --out @F/events.csv/demo");

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // Set once before all tests.
    private Path workspace;

    @BeforeAll
    void makeTheShop() throws IOException {
        SmallShop shop = new SmallShop(folder).filled();
        workspace = shop.workspace();
        shop.write("germans.json", "{\"attribute\":\"country\",\"comparison\":\"is\",\"values\":[\"DE\"]}");
        shop.write("rules.json", """
                {"format":1,"rules":[{"id":"offer","name":"Offer","segment":"germans","status":"active","intent":"",
                 "then":{"do":"offer","code":"FIVE","text":"5 % off"}}]}
                """);
        text("segment", workspace, "save", "Germans", "--condition", shop.file("germans.json"));
        text("segment", workspace, "save", "Germans too", "--condition", shop.file("germans.json"));
        text("rule", workspace, "save", shop.file("rules.json"));
        text("train", workspace, "popularity");
        text("train", workspace, "ials", "-o", "factors=4");
        SavedBySpark.copy(folder.resolve("als"));
        shop.write("als-items.csv", SavedBySpark.items());
        shop.write("als-users.csv", SavedBySpark.users());
        text("export", workspace, "--out", shop.file("to-serve"), "--min-segment", "1");
    }

    private Object[] words(String typed, Path shop) {
        return Arrays.stream(typed.split(" "))
                .map(word -> word.replace("@W", shop.toString()).replace("@F", folder.toString()))
                .toArray();
    }

    static Stream<String> done() {
        return DONE.stream();
    }

    static Stream<String> onAWorkspace() {
        return ON_A_WORKSPACE.stream();
    }

    static Stream<String> unknown() {
        return UNKNOWN.stream();
    }

    static Stream<String> notUnderstood() {
        return NOT_UNDERSTOOD.stream();
    }

    static Stream<String> unwritable() {
        return UNWRITABLE.stream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new",
                "import",
                "sessions",
                "reconcile",
                "delta",
                "segment",
                "discover",
                "rule",
                "train",
                "tune",
                "evaluate",
                "compare",
                "rerank",
                "model",
                "preview",
                "recommend-all",
                "model-arrays",
                "model-onnx",
                "model-import",
                "replay",
                "chart",
                "export",
                "verify",
                "serve",
                "diff",
                "prove",
                "backup",
                "check",
                "archive",
                "unarchive",
                "sample",
                "demo"
            })
    void everyCommandHasHelpWithAnExample(String command) {
        String help = text(command, "--help");
        assertTrue(help.contains("Example"), help);
        assertTrue(help.contains("attune " + command), help);
        assertTrue(help.contains("--json"), help);
        assertTrue(text("--help").contains("  " + command), "the list of commands names it");
    }

    @ParameterizedTest
    @MethodSource("done")
    void jsonIsOneValueOnStandardOutputAndNothingElse(String typed) {
        List<Object> words = new ArrayList<>(List.of(words(typed, workspace)));
        words.add("--json");
        Ran ran = run(words.toArray());
        assertEquals(ExitCode.OK, ran.code(), ran::toString);
        assertEquals("", ran.err());
        assertFalse(Json.read(ran.out(), "standard output").isMissingNode());
    }

    @ParameterizedTest
    @MethodSource("onAWorkspace")
    void aFolderThatIsNotThereIsToldInTwoLines(String typed) {
        Path gone = folder.resolve("not-there");
        List<String> said = refused(ExitCode.PROBLEM, words(typed, gone));
        assertTrue(said.getFirst().contains("not-there"), said.getFirst());
        assertFalse(Files.exists(gone));
    }

    @ParameterizedTest
    @MethodSource("onAWorkspace")
    void aFolderThatIsNoWorkspaceIsToldInTwoLines(String typed) throws IOException {
        Path plain = Files.createDirectories(folder.resolve("plain"));
        List<String> said = refused(ExitCode.PROBLEM, words(typed, plain));
        assertTrue(said.getFirst().contains("plain"), said.getFirst());
        try (Stream<Path> files = Files.list(plain)) {
            assertEquals(0, files.count());
        }
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void whatNobodyKnowsIsNamed(String typed) {
        List<String> said = refused(ExitCode.PROBLEM, words(typed, workspace));
        assertTrue(said.getFirst().contains("none-such"), said.getFirst());
        assertFalse(said.getLast().isBlank());
    }

    @ParameterizedTest
    @MethodSource("notUnderstood")
    void wordsThatAreNotUnderstoodEndWithTwo(String typed) {
        List<String> said = refused(ExitCode.USAGE, words(typed, workspace));
        assertFalse(said.getLast().isBlank());
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void whereNothingCanBeWrittenIsToldInTwoLines(String typed) {
        List<String> said = refused(ExitCode.PROBLEM, words(typed, workspace));
        assertTrue(said.getFirst().contains("events.csv"), said.getFirst());
    }

    @Test
    void aProblemWithJsonAskedForLeavesStandardOutputEmpty() {
        for (String typed : UNKNOWN) {
            List<Object> words = new ArrayList<>(List.of(words(typed, workspace)));
            words.add("--json");
            assertEquals("", run(words.toArray()).out(), typed);
        }
    }
}
