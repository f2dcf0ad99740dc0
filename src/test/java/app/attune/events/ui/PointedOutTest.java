package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.ColumnRole;
import app.attune.events.TypeRule;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeKind;
import app.attune.ui.MessageBar;
import app.attune.ui.ScreenWalk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What a file needs beyond the meaning of its columns is told the wizard by pointing, saved with the mapping and
/// applied to the next file.
final class PointedOutTest extends ImportWizard {
    @Test
    void timesAreReadByAPatternTheAnalystTypes() throws IOException {
        Path first = write("custom-1.csv", """
                who,stamp,what
                ana,12/Mar/2026 14:05:09,view
                bo,12/Mar/2026 15:00:00,purchase
                cy,soon,view
                """, StandardCharsets.UTF_8);
        ImportView view = open(first);
        click("next");
        role("who", ColumnRole.USER);
        role("stamp", ColumnRole.TIME);
        role("what", ColumnRole.TYPE);
        TimeFormat old = new TimeFormat(TimeKind.PATTERN, "dd/MMM/yyyy HH:MM:ss", "UTC");
        runOnFx(() -> view.model().reading().changeMapping(mapping -> mapping.withTime(old)));
        assertTrue(text("timeWrong").endsWith("Minutes are small ones: mm."), text("timeWrong"));
        type("dd/bbb/yyyy HH:mm:ss");
        assertTrue(
                text("timeWrong").startsWith("The pattern 'dd/bbb/yyyy HH:mm:ss' has the letter 'b' at character 4"));
        assertTrue(text("reason").startsWith("The pattern 'dd/bbb/yyyy HH:mm:ss'"), text("reason"));
        ScreenWalk.picture(window().getScene(), "made-up-time-wrong");
        type("dd/MMM/yyyy HH:mm:ss");
        assertEquals(
                List.of(
                        "12/Mar/2026 14:05:09 is 12 Mar 2026, 14:05:09 (UTC)",
                        "12/Mar/2026 15:00:00 is 12 Mar 2026, 15:00:00 (UTC)",
                        "soon does not fit"),
                samples());
        set("zone", "Europe/Berlin");
        saveAndImport("custom", "Import 2 rows", "2 imported, 1 rejected");
        assertTrue(events().contains("ana 2026-03-12T13:05:09Z view - NaN"), events().toString());
        Path second = write("custom-2.csv", "who,stamp,what\ndee,13/APR/2026 08:00:00,view\n", StandardCharsets.UTF_8);
        importAgain(view, second, "custom", "1 imported, 0 rejected");
        assertTrue(events().contains("dee 2026-04-13T06:00:00Z view - NaN"), events().toString());
    }

    @Test
    void datesOfEitherOrderAreDoubtedUntilTheAmericanFormatIsChosen() throws IOException {
        open(write("us.csv", "user_id,date,event\nana,03/04/2026,view\nbo,05/06/2026,view\n", StandardCharsets.UTF_8));
        click("next");
        assertEquals(
                "Day and month may have changed places: 03/04/2026 is read as 3 April 2026. If the file has the month"
                        + " first, as American ones do, choose MM/dd/yyyy.",
                samples().getLast());
        ScreenWalk.picture(window().getScene(), "ambiguous-dates-columns");
        click("next");
        ScreenWalk.picture(window().getScene(), "ambiguous-dates");
        MessageBar bar = (MessageBar) node("findings");
        assertEquals(
                "import.ambiguous-dates", onFx(() -> bar.problems().getFirst().code()));
        click("back");
        type("MM/dd/yyyy");
        assertEquals(
                List.of("03/04/2026 is 4 Mar 2026, 00:00:00 (UTC)", "05/06/2026 is 6 May 2026, 00:00:00 (UTC)"),
                samples());
    }

    @Test
    void theDayIsInOneColumnAndTheTimeOfDayInAnother() throws IOException {
        String head = "Kunde;Datum;Wann;Was\n";
        Path first = write(
                "kasse-1.csv",
                head + "ana;12.03.2026;14:05;Kauf\nbo;12.03.2026;9:30;Kauf\ncy;13.03.2026;;Kauf\n",
                StandardCharsets.UTF_8);
        ImportView view = open(first);
        click("next");
        set("rows", "An event of a user");
        role("Datum", ColumnRole.TIME);
        role("Was", ColumnRole.TYPE);
        assertEquals("dd.MM.yyyy", box("time").getEditor().getText());
        set("clock", "Wann");
        assertEquals("dd.MM.yyyy H:mm", box("time").getEditor().getText());
        assertEquals(
                List.of(
                        "12.03.2026 14:05 is 12 Mar 2026, 14:05:00 (UTC)",
                        "12.03.2026 9:30 is 12 Mar 2026, 09:30:00 (UTC)"),
                samples());
        set("clock", "The same column");
        assertEquals("dd.MM.yyyy", box("time").getEditor().getText());
        runOnFx(view.history().orElseThrow()::undo);
        settle(tasks);
        assertEquals("dd.MM.yyyy H:mm", box("time").getEditor().getText());
        saveAndImport("till", "Import 2 rows", "2 imported, 1 rejected");
        assertTrue(events().contains("bo 2026-03-12T09:30:00Z Kauf - NaN"), events().toString());
        Path second = write("kasse-2.csv", head + "dee;14.03.2026;8:00;Kauf\n", StandardCharsets.UTF_8);
        importAgain(view, second, "till", "1 imported, 0 rejected");
        assertTrue(events().contains("dee 2026-03-14T08:00:00Z Kauf - NaN"), events().toString());
    }

    @Test
    void rowsOfColleaguesAndTestsAreLeftOutAndCountedFilterByFilter() throws IOException {
        String head = "email,ip,time,what\n";
        Path first = write(
                "visits-1.csv",
                head + "ana@x.org,203.0.113.9,2026-03-01,view\n" + "bo@Ours.com,203.0.113.9,2026-03-01,view\n"
                        + "cy@ours.com,203.0.113.9,2026-03-02,view\n" + "dee@x.org,10.1.2.3,2026-03-01,view\n"
                        + "test-12,203.0.113.9,2026-03-01,view\n",
                StandardCharsets.UTF_8);
        ImportView view = open(first);
        click("next");
        set("rows", "An event of a user");
        role("time", ColumnRole.TIME);
        tab(2);
        filter("email", "ends with", "@ours.com");
        assertEquals("filterOpen", focused());
        filter("ip", "is in the address range", "10.0.0.0/8");
        filter("email", "matches the pattern", "test-(\\d+");
        assertTrue(text("filterWrong").startsWith("'test-(\\d+' is no pattern at character "), text("filterWrong"));
        ScreenWalk.picture(window().getScene(), "made-up-filters-wrong");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write("test-\\d+", 0);
        tabTo("filterAdd");
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertEquals("filterOpen", focused());
        assertEquals(
                List.of("Leaves out 2 rows", "Leaves out 1 row", "Leaves out 1 row"),
                List.of(text("filter-0-note"), text("filter-1-note"), text("filter-2-note")));
        assertEquals("email ends with @ours.com", text("filter-0"));
        ScreenWalk.check(window().getScene(), "made-up-filters");
        tabTo("filter-2-remove");
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertEquals("filter-1-remove", focused(), "the one before is the next to be removed");
        runOnFx(view.history().orElseThrow()::undo);
        settle(tasks);
        saveAndImport("visits", "Import 1 rows", "1 imported, 0 rejected");
        Path second = write(
                "visits-2.csv",
                head + "eve@x.org,203.0.113.9,2026-03-01,view\nfay@ours.com,1.1.1.1,2026-03-01,view\n",
                StandardCharsets.UTF_8);
        importAgain(view, second, "visits", "1 imported, 0 rejected");
        assertEquals(2, fixture.frame().eventCount());
    }

    @Test
    void eventTypesAreNamedByRulesOfColumnsInTheirOrder() throws IOException {
        String head = "who,stamp,path,total\n";
        Path first = write(
                "paths-1.csv",
                head + "ana,2026-03-01,/checkout/done,20\nana,2026-03-01,/product/7,\nbo,2026-03-01,/Product/8,\n"
                        + "cy,2026-03-02,/checkout/done,-5\ndee,2026-03-02,/help,\n",
                StandardCharsets.UTF_8);
        ImportView view = open(first);
        click("next");
        set("rows", "An event of a user");
        role("who", ColumnRole.USER);
        role("stamp", ColumnRole.TIME);
        role("path", ColumnRole.PROPERTY);
        role("total", ColumnRole.VALUE);
        tab(1);
        write("ruleOtherwise", "");
        rule("path", "ends with", "/done", "purchase");
        rule("path", "matches the pattern", "/product/\\d+", "view");
        rule("total", "is at most", "0", "return");
        assertEquals(
                List.of("2 of the first 5 rows", "2 of the first 5 rows", "0 of the first 5 rows"),
                List.of(text("rule-0-note"), text("rule-1-note"), text("rule-2-note")));
        assertEquals(
                List.of("Of the first 5 rows:", "purchase: 2", "view: 2", "no event type, which is rejected: 1"),
                labels("ruleTypes"));
        ruleForm("total", "is at least", "much", "big");
        pushed("ruleAdd");
        assertEquals("'much' is no number. Type one with a decimal point, such as 0 or 19.99.", text("ruleWrong"));
        pushed("ruleCancel");
        assertEquals("ruleOpen", focused());
        pushed("rule-2-earlier");
        assertEquals("rule-1-earlier", focused());
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertEquals(
                "rule-0-remove", onFx(() -> window().getScene().getFocusOwner().getId()));
        assertEquals("return when total is at most 0", text("rule-0"));
        assertEquals("1 of the first 5 rows", text("rule-0-note"));
        write("ruleOtherwise", "other");
        assertEquals(
                List.of("Of the first 5 rows:", "view: 2", "other: 1", "purchase: 1", "return: 1"),
                labels("ruleTypes"));
        ScreenWalk.check(window().getScene(), "made-up-rules");
        String counting = onFx(() -> {
            TypeRule slow = TypeRule.of("path", TypeRule.Test.MATCHES, "/(a+)+b", "slow");
            view.model().changeMapping(mapping -> mapping.withTypeRules(List.of(slow)));
            return ((Labeled) window().getScene().lookup("#rule-0-note")).getText();
        });
        assertEquals("Counting...", counting, "the window waits for no pattern");
        settle(tasks);
        assertEquals("0 of the first 5 rows", text("rule-0-note"));
        runOnFx(view.history().orElseThrow()::undo);
        settle(tasks);
        pushed("rule-2-remove");
        assertEquals("ruleOpen", focused(), "whoever removes a rule goes on beside the rules");
        runOnFx(view.history().orElseThrow()::undo);
        settle(tasks);
        saveAndImport("paths", "Import 5 rows", "5 imported, 0 rejected");
        assertTrue(events().contains("cy 2026-03-02T00:00:00Z return - -5.0 path=/checkout/done"), events()::toString);
        assertTrue(events().contains("dee 2026-03-02T00:00:00Z other - NaN path=/help"), events()::toString);
        Path second = write("paths-2.csv", head + "eve,2026-03-03,/PRODUCT/9,\n", StandardCharsets.UTF_8);
        importAgain(view, second, "paths", "1 imported, 0 rejected");
        assertTrue(events().contains("eve 2026-03-03T00:00:00Z view - NaN path=/PRODUCT/9"), events()::toString);
    }

    @Test
    void rowsWithoutAnyIdAreUsersOfTheirOwn() throws IOException {
        String head = "stadt,alter,kauf\n";
        Path first = write("crm-1.csv", head + "Graz,31,ja\nBonn,47,nein\n", StandardCharsets.UTF_8);
        ImportView view = open(first);
        click("next");
        set("rows", "A user");
        assertTrue(text("reason").startsWith("No column is mapped to 'User'."), text("reason"));
        role("alter", ColumnRole.USER);
        CheckBox lines = onFx(() -> robot.lookup("#lineUsers.check-box").queryAllAs(CheckBox.class).stream()
                .findFirst()
                .orElseThrow());
        assertTrue(lines.isDisabled());
        assertEquals("The column alter names users. Give it another meaning first.", text("lineUsersWords"));
        ScreenWalk.picture(window().getScene(), "made-up-lines-named");
        role("alter", ColumnRole.ATTRIBUTE);
        assertFalse(lines.isDisabled());
        robot.clickOn(lines);
        settle(tasks);
        assertTrue(text("lineUsersWords").endsWith("only if its lines stay in their order."));
        ScreenWalk.picture(window().getScene(), "made-up-lines-users");
        saveAndImport("lines", "Import 2 rows", "2 imported, 0 rejected");
        assertEquals(2, fixture.people().size());
        Path second = write("crm-2.csv", head + "Linz,20,ja\nBonn,47,nein\nWien,50,ja\n", StandardCharsets.UTF_8);
        importAgain(view, second, "lines", "2 imported, 0 rejected");
        assertEquals(3, fixture.people().size());
    }

    /// By keys alone.
    private void rule(String column, String test, String value, String type) {
        ruleForm(column, test, value, type);
        robot.type(KeyCode.ENTER);
        settle(tasks);
        assertEquals("ruleOpen", focused(), "the next rule can be made at once");
    }

    private void ruleForm(String column, String test, String value, String type) {
        tabTo("ruleOpen");
        robot.type(KeyCode.SPACE);
        assertEquals("ruleColumn", focused());
        arrowTo("ruleColumn", column);
        arrowTo("ruleTest", test);
        tabTo("ruleValue");
        robot.write(value, 0);
        tabTo("ruleThen");
        robot.write(type, 0);
    }

    private void pushed(String button) {
        tabTo(button);
        robot.type(KeyCode.SPACE);
        settle(tasks);
    }

    private void filter(String column, String test, String value) {
        tabTo("filterOpen");
        robot.type(KeyCode.SPACE);
        arrowTo("filterColumn", column);
        arrowTo("filterTest", test);
        tabTo("filterValue");
        robot.write(value, 0);
        robot.type(KeyCode.ENTER);
        settle(tasks);
    }

    private void type(String text) {
        tabTo("time");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write(text, 0);
        settle(tasks);
    }

    private List<String> samples() {
        return labels("timeSamples");
    }
}
