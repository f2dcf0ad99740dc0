package app.attune.cli;

import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What people read holds words, and no codes of programs.
final class PlainWordsTest extends ShopTest {
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}_[A-Z_]+\\b|\\b[A-Z]{5,}\\b");

    @BeforeAll
    void saveRules() throws IOException {
        text("segment", workspace, "save", "Germans", "--condition", shop.write("germans.json", GERMANS));
        Path rules = shop.file("rules.json");
        Files.writeString(rules, text("rule", workspace, "example"));
        text("rule", workspace, "save", rules);
        text("train", workspace, "popularity");
        text("import", workspace, shop.write("said.csv", """
                user_id,country,consent_personalisation
                u01,AT,no
                u02,DE,yes
                """), "--as", "users");
    }

    @Test
    void aPreviewSaysInWordsWhatBecameOfConsentRulesAndItems() {
        for (String user : new String[] {"u01", "u02", "u03"}) {
            String told = text("preview", workspace, user);
            assertFalse(CODE.matcher(told).find(), told);
        }
        assertTrue(text("preview", workspace, "u01").contains("consent to personalisation: denied\n"));
        assertTrue(text("preview", workspace, "u01").contains("Items: no consent to personalisation, so "));
        assertTrue(text("preview", workspace, "u03")
                .contains("consent to personalisation: declared for all users of whom files say nothing\n"));
        assertTrue(text("consent", workspace, "show", "u02").contains("  personalisation: granted, at "));
    }

    @Test
    void anExpectationThatFailsEndsWithACodeOfItsOwnAndAWord() {
        text("quality", workspace, "expect", "Small values", "--between", "value=0..20");
        Terminal.Ran ran = run("quality", workspace, "show");
        assertEquals(ExitCode.BROKEN, ran.code());
        assertTrue(ran.out().contains("\n  fails    Small values: "), ran::out);
        text("quality", workspace, "forget", "Small values");
        assertEquals(ExitCode.OK, run("quality", workspace, "show").code());
        assertTrue(text("quality", "--help").contains("exit code 4 if an expectation fails"));
    }

    @Test
    void sessionsSayWhetherTheIdsOfTheFileOrPausesWin() {
        assertTrue(text("sessions", workspace)
                .contains("Events with the same session id in the file are one session, however long the pauses; for"
                        + " events without one, a pause of more than 30 min ends a session."));
        assertTrue(text("sessions", workspace, "--ids", "ignored")
                .contains("Session ids in the file are ignored: a pause of more than 30 min ends a session."));
        text("sessions", workspace, "--ids", "recorded");
    }

    @Test
    void theQueryForTheServerTellsItsTeamWhatToDo() {
        String query = text("reconcile", "--sql", "postgres", "--table", "shop.events");
        assertTrue(query.startsWith("-- For the team that runs PostgreSQL: please run this query there"), query);
        assertTrue(query.contains("FROM shop.events\n"), query);
        assertTrue(query.contains("source,day,events,sum_high,sum_low"), query);
    }
}
