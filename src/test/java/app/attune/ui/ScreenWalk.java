package app.attune.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.ui.chart.ChartView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/// Looks at a whole screen in every appearance: names for screen readers, clipped text, small targets, contrast,
/// style sheet errors; takes a picture into `target/screenshots/NAME-light.png`, and of every other appearance as well
/// where `attune.pictures` asks for them: they take longer than the looking.
///
/// One line in a test: `ScreenWalk.check(scene, "segments")`. The scene must be shown in a window.
public final class ScreenWalk {
    private static final Map<String, Appearance> APPEARANCES = appearances();

    private static final double WIDTH = 1280;
    private static final double SMALLEST_WIDTH = 1024;
    private static final double SMALLEST_HEIGHT = 700;

    private static final boolean PICTURES =
            Boolean.getBoolean("attune.pictures") || System.getProperty("attune.screens") != null;

    private static final boolean HEADLESS = "Headless".equals(System.getProperty("glass.platform"));

    /// Layouts that follow the text size need more than one pass to come to rest.
    private static final int PASSES = 3;

    private ScreenWalk() {}

    private static Map<String, Appearance> appearances() {
        Map<String, Appearance> all = new LinkedHashMap<>();
        all.put("dark", new Appearance(Theme.DARK, Density.COMPACT, 100));
        all.put("high-contrast", new Appearance(Theme.HIGH_CONTRAST, Density.COMFORTABLE, 100));
        all.put("150", new Appearance(Theme.LIGHT, Density.COMFORTABLE, 150));
        all.put("light", new Appearance(Theme.LIGHT, Density.COMFORTABLE, 100));
        return all;
    }

    /// Fails with every finding in every appearance; leaves the scene in light colours.
    public static void check(Scene scene, String name) {
        List<String> findings = new ArrayList<>();
        try (StyleErrors errors = new StyleErrors()) {
            resize(scene, WIDTH);
            APPEARANCES.forEach((look, appearance) -> {
                dress(scene, appearance);
                laid(scene, ScreenChecks::of).forEach(found -> findings.add(look + ": " + found));
                if (look.equals("light") || PICTURES) {
                    picture(scene, name + "-" + look);
                }
            });
            resize(scene, FxTest.WIDTH);
            paintAgain(scene);
            findings.addAll(errors.records());
        }
        assertEquals("", String.join("\n", findings.stream().distinct().toList()), "Findings on screen " + name);
    }

    /// The same for the scene `root` is shown in.
    public static void check(Parent root, String name) {
        check(root.getScene(), name);
    }

    /// Fails with every finding where room is scarcest: the smallest window, dark, with text half as large again;
    /// leaves the scene in light colours and in that window.
    public static void checkSmallest(Scene scene, String name) {
        resize(scene, SMALLEST_WIDTH, SMALLEST_HEIGHT);
        dress(scene, new Appearance(Theme.DARK, Density.COMFORTABLE, 150));
        List<String> findings = laid(scene, ScreenChecks::of);
        if (PICTURES) {
            picture(scene, name + "-smallest");
        }
        dress(scene, new Appearance(Theme.LIGHT, Density.COMFORTABLE, Appearance.NORMAL_TEXT));
        paintAgain(scene);
        assertEquals("", String.join("\n", findings.stream().distinct().toList()), "Findings on small screen " + name);
    }

    /// What a user would stumble over in this window. Takes the picture too where `attune.screens` says which screens
    /// to look at: a quarter of the time of looking at them all. Call `paintAgain` after the last look.
    public static List<String> findings(Scene scene, Look look, String name) {
        String words = look.name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<String> found = findings(scene, look);
        if (PICTURES) {
            picture(scene, Path.of("every-screen", name + "-" + words + ".png"));
        }
        return found.stream()
                .map(finding -> name + " " + words + ": " + finding)
                .toList();
    }

    /// The same, always with a picture, in this file below the build directory.
    public static List<String> findings(Scene scene, Look look, Path place) {
        List<String> found = findings(scene, look);
        picture(scene, place);
        return found;
    }

    private static List<String> findings(Scene scene, Look look) {
        resize(scene, look.width(), look.height());
        dress(scene, look.appearance());
        return laid(scene, ScreenChecks::ofWindow);
    }

    /// The same in the largest text the window offers, in its usual size; leaves the scene in light colours.
    public static void checkLargest(Scene scene, String name) {
        resize(scene, WIDTH);
        dress(scene, new Appearance(Theme.LIGHT, Density.COMFORTABLE, Appearance.LARGEST_TEXT));
        List<String> findings = laid(scene, ScreenChecks::of);
        if (PICTURES) {
            picture(scene, name + "-largest");
        }
        dress(scene, new Appearance(Theme.LIGHT, Density.COMFORTABLE, Appearance.NORMAL_TEXT));
        resize(scene, FxTest.WIDTH);
        paintAgain(scene);
        assertEquals("", String.join("\n", findings.stream().distinct().toList()), "Findings on large screen " + name);
    }

    /// Waits until everything is laid out and every chart is drawn.
    public static void rest(Scene scene) {
        for (int pass = 0; pass < PASSES; pass++) {
            FxTest.runOnFx(() -> lay(scene));
            pulse(scene);
        }
        FxTest.runOnFx(() -> lay(scene));
        for (ChartView chart : FxTest.onFx(() -> charts(scene.getRoot()))) {
            FxTest.await(FxTest.onFx(chart::drawn));
        }
        pulse(scene);
    }

    /// Waits for the next pulse and for what was asked for before and during it.
    private static void pulse(Scene scene) {
        CompletableFuture<Void> pulsed = new CompletableFuture<>();
        Runnable told = () -> pulsed.complete(null);
        FxTest.runOnFx(() -> {
            scene.addPostLayoutPulseListener(told);
            Platform.requestNextPulse();
        });
        FxTest.await(pulsed);
        FxTest.runOnFx(() -> scene.removePostLayoutPulseListener(told));
        if (!HEADLESS) {
            // The display answers in its own time, such as how large it made a window.
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    /// Only the picture, as the scene stands.
    public static void picture(Scene scene, String name) {
        picture(scene, Path.of("screenshots", name + ".png"));
    }

    /// The picture in a file below the build directory.
    public static void picture(Scene scene, Path place) {
        WritableImage shot = FxTest.onFx(() -> scene.snapshot(null));
        Path file =
                Path.of(System.getProperty("attune.build.directory", "target")).resolve(place);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Png.of(shot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void resize(Scene scene, double width) {
        resize(scene, width, scene.getWindow().getHeight());
    }

    /// A window that is looked at is not painted where there is no display: copying it there, pixel by pixel, takes
    /// longer than all the rest, and a picture needs no painted window.
    private static void resize(Scene scene, double width, double height) {
        Window window = scene.getWindow();
        if (width != window.getWidth() || height != window.getHeight()) {
            FxTest.runOnFx(() -> {
                iconify(window, false);
                window.setWidth(width);
                window.setHeight(height);
            });
            pulse(scene);
        }
        FxTest.runOnFx(() -> iconify(window, HEADLESS));
    }

    /// After the last look at a screen that is worked with afterwards.
    public static void paintAgain(Scene scene) {
        FxTest.runOnFx(() -> iconify(scene.getWindow(), false));
    }

    private static void iconify(Window window, boolean wanted) {
        if (window instanceof Stage stage) {
            stage.setIconified(wanted);
        }
    }

    private static void dress(Scene scene, Appearance appearance) {
        FxTest.runOnFx(() -> appearance.applyTo(scene));
        rest(scene);
    }

    /// What is found, and is still found after another rest: what came in between, a preview that was read again for
    /// one, takes a pulse to find its place.
    private static List<String> laid(Scene scene, Function<Parent, List<String>> look) {
        List<String> found = laidOnce(scene, look);
        if (found.isEmpty()) {
            return found;
        }
        rest(scene);
        return laidOnce(scene, look);
    }

    /// Laid out and looked at in one go: a text that came in between would look clipped until the next pass.
    private static List<String> laidOnce(Scene scene, Function<Parent, List<String>> look) {
        return FxTest.onFx(() -> {
            for (int pass = 0; pass < PASSES; pass++) {
                lay(scene);
            }
            return look.apply(scene.getRoot());
        });
    }

    private static void lay(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static List<ChartView> charts(Node node) {
        List<ChartView> found = new ArrayList<>();
        if (node instanceof ChartView chart) {
            found.add(chart);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(charts(child)));
        }
        return found;
    }
}
