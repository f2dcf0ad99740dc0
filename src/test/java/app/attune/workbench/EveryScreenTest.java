package app.attune.workbench;

import app.attune.ui.FxTest;
import app.attune.ui.Look;
import app.attune.ui.ScreenWalk;
import app.attune.ui.StyleErrors;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks at every screen of the real application on the sample in one window: in the fewest looks, or in every look of
/// those that `attune.screens` names, a pattern of their names.
final class EveryScreenTest extends FxTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home = Path.of(".");

    /// For pages of one screen, whose surroundings are seen in every look.
    private static final List<Look> PAGE = List.of(Look.LIGHT, Look.LARGER_TEXT, Look.SMALL_LARGER_TEXT, Look.DARK);

    private static final @Nullable String ASKED = System.getProperty("attune.screens");

    @Test
    void everyScreenIsFitToBeSeenInEveryLookAndSize() {
        List<String> findings = new ArrayList<>();
        try (StyleErrors errors = new StyleErrors();
                Analyst analyst = new Analyst("every-screen", home, CLOCK)) {
            look(analyst, "welcome", findings);
            analyst.act("workspace.sample");
            new EveryView(analyst, home).all().forEach((name, arrive) -> {
                if (ASKED == null || name.matches(ASKED)) {
                    arrive.run();
                    analyst.settle();
                    look(analyst, name, findings);
                }
            });
            findings.addAll(errors.records());
        }
        Assertions.assertEquals(
                "", String.join("\n", findings.stream().distinct().toList()));
    }

    private static List<Look> looks(String name) {
        if (ASKED != null) {
            return EveryView.isPage(name) ? PAGE : Look.all();
        }
        return EveryView.isPage(name)
                ? Look.fewest().stream().filter(PAGE::contains).toList()
                : Look.fewest();
    }

    private static void look(Analyst analyst, String name, List<String> findings) {
        for (Look look : looks(name)) {
            if (!look.name().matches(System.getProperty("attune.looks", ".*"))) {
                continue;
            }
            findings.addAll(ScreenWalk.findings(analyst.scene(), look, name));
        }
        ScreenWalk.paintAgain(analyst.scene());
    }
}
