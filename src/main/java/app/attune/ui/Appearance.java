package app.attune.ui;

import app.attune.core.Require;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// How the window looks: colours, row height, text size.
///
/// @param textPercent of the normal text size of 14 px, 90 to 200
public record Appearance(Theme theme, Density density, int textPercent) {
    public static final int SMALLEST_TEXT = 90;
    public static final int LARGEST_TEXT = 200;
    public static final int NORMAL_TEXT = 100;

    private static final double NORMAL_PIXELS = 14;
    private static final double ICON_PIXELS = 18;
    private static final double LARGE_ICON_PIXELS = 40;
    private static final double TILE_ICON_PIXELS = 28;
    private static final String PREFERRED_FONT = "Inter";

    public Appearance {
        Require.that(
                textPercent >= SMALLEST_TEXT && textPercent <= LARGEST_TEXT, "The text size is 90 to 200 per cent");
    }

    /// What a new installation starts with.
    public static Appearance initial() {
        return new Appearance(Theme.SYSTEM, Density.COMFORTABLE, NORMAL_TEXT);
    }

    public Appearance withTheme(Theme other) {
        return new Appearance(other, density, textPercent);
    }

    public Appearance withDensity(Density other) {
        return new Appearance(theme, other, textPercent);
    }

    public Appearance withText(int percent) {
        return new Appearance(theme, density, Math.clamp(percent, SMALLEST_TEXT, LARGEST_TEXT));
    }

    /// Makes `scene`, its popups and its dialogs look like this. FX thread only.
    public void applyTo(Scene scene) {
        String primer = theme.userAgentStylesheet();
        if (!primer.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(primer);
        }
        scene.getStylesheets()
                .setAll(List.of(
                        file(theme.colours()),
                        file("attune.css"),
                        file("shell.css"),
                        file(density.stylesheet()),
                        textSize()));
    }

    private static String file(String name) {
        @Nullable URL url = Appearance.class.getResource("/app/attune/ui/" + name);
        if (url == null) {
            throw new IllegalStateException("No style sheet " + name);
        }
        return url.toExternalForm();
    }

    /// A style sheet of its own, so that popups follow as well. Icons are here because an icon takes its size as its
    /// font size: in em it would grow with every pass.
    private String textSize() {
        String family = Font.font(PREFERRED_FONT).getFamily().equals(PREFERRED_FONT)
                ? "-fx-font-family: \"" + PREFERRED_FONT + "\";"
                : "";
        double scale = textPercent / 100.0;
        String css = String.format(
                Locale.ROOT,
                ".root { -fx-font-size: %.2fpx; %s } .ikonli-font-icon { -fx-icon-size: %.0fpx; }"
                        + " .empty-state-icon { -fx-icon-size: %.0fpx; } .tile-icon { -fx-icon-size: %.0fpx; }",
                NORMAL_PIXELS * scale,
                family,
                ICON_PIXELS * scale,
                LARGE_ICON_PIXELS * scale,
                TILE_ICON_PIXELS * scale);
        byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
