package app.attune.ui;

import java.util.List;
import java.util.stream.Stream;

/// A window a screen has to look well in: its size, its colours, its text. Those of one theme stand together, since
/// changing it takes long.
public enum Look {
    LIGHT(1280, 800, Theme.LIGHT, Density.COMFORTABLE, 100),
    LARGER_TEXT(1280, 800, Theme.LIGHT, Density.COMFORTABLE, 150),
    SMALL(1024, 700, Theme.LIGHT, Density.COMPACT, 100),
    HIGH_CONTRAST(1280, 800, Theme.HIGH_CONTRAST, Density.COMFORTABLE, 100),
    SMALL_LARGEST_TEXT(1024, 700, Theme.HIGH_CONTRAST, Density.COMFORTABLE, 200),
    SMALL_LARGER_TEXT(1024, 700, Theme.DARK, Density.COMPACT, 150),
    LARGEST_TEXT(1280, 800, Theme.DARK, Density.COMFORTABLE, 200),
    DARK(1280, 800, Theme.DARK, Density.COMPACT, 100),
    /// Larger than the screen of a machine without a display can be.
    LARGE(1600, 1000, Theme.LIGHT, Density.COMFORTABLE, 100);

    private final double width;
    private final double height;
    private final Theme theme;
    private final Density density;
    private final int textPercent;

    Look(double width, double height, Theme theme, Density density, int textPercent) {
        this.width = width;
        this.height = height;
        this.theme = theme;
        this.density = density;
        this.textPercent = textPercent;
    }

    /// Those this machine can show.
    public static List<Look> all() {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        return Stream.of(values()).filter(look -> !headless || look != LARGE).toList();
    }

    /// Every theme and every size of text, the small window where text is large: what is clipped or cannot be read in
    /// any look shows in one of them.
    public static List<Look> fewest() {
        return List.of(LIGHT, LARGER_TEXT, SMALL_LARGEST_TEXT, SMALL_LARGER_TEXT);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Appearance appearance() {
        return new Appearance(theme, density, textPercent);
    }
}
