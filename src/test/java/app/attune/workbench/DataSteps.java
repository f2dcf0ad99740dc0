package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.ui.Destination;
import app.attune.ui.FxTest;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// The analyst looks at what was imported and copies the dearest purchases.
record DataSteps(Analyst analyst) {
    private static final int COPIED = 5;

    void look() {
        analyst.step("09-data", () -> {
            analyst.visit(Destination.DATA);
            assertTrue(analyst.text("#count").endsWith(" events"), analyst.text("#count"));
        });
        analyst.step("09a-dearest-purchases", () -> {
            analyst.choose("#type", "purchase");
            analyst.click("Value");
            analyst.click("Value");
            analyst.settle();
        });
        analyst.step("09b-copied", () -> {
            FxTest.runOnFx(analyst.node("#grid", Node.class)::requestFocus);
            analyst.type(KeyCode.HOME);
            for (int more = 1; more < COPIED; more++) {
                analyst.chord(KeyCode.SHIFT, KeyCode.DOWN);
            }
            analyst.chord(KeyCode.SHORTCUT, KeyCode.C);
            analyst.settle();
            List<String> lines = analyst.clipboard().lines().toList();
            assertEquals(1 + COPIED, lines.size(), lines.toString());
            assertTrue(lines.get(1).contains("purchase"), lines.get(1));
        });
    }
}
