package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.events.OnlineRetail;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The five reference segments of a real shop, clicked and typed.
@Tag("conformance")
final class OnlineRetailByHandTest extends Hand {
    @Test
    void countsAreThoseOfTheReference() {
        open(new Desk(OnlineRetail.people()));
        create("Frequent");
        robot.clickOn("#part-top-add-row");
        choose("part-0-field", "Number of different");
        write("part-0-amount", "90");
        write("part-0-value", "5");
        assertTotal("276");
        create("Lapsed");
        robot.clickOn("#part-top-add-row");
        choose("part-0-field", "Days since the last event");
        choose("part-0-comparison", "is more than");
        write("part-0-value", "180");
        assertTotal("861");
        create("VIP");
        addVip(0);
        assertTotal("275");
        create("Returners");
        addReturners();
        assertTotal("1,589");
        create("Returners and VIP");
        addReturners();
        addVip(1);
        assertTotal("241");
    }

    private void addVip(int row) {
        robot.clickOn("#part-top-add-row");
        choose("part-" + row + "-field", "Total of");
        choose("part-" + row + "-window", "at any time");
        write("part-" + row + "-value", "5000");
    }

    private void addReturners() {
        robot.clickOn("#part-top-add-row");
        type("part-0", "return");
        type("part-0", "purchase");
        choose("part-0-window", "at any time");
        write("part-0-value", "1");
    }

    private void assertTotal(String users) {
        settled();
        assertEquals(users, text("total").replaceFirst(" users.*", ""), text("sentence"));
    }
}
