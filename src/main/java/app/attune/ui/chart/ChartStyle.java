package app.attune.ui.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;

/// The colours and the type of a chart.
///
/// The palettes keep every pair of colours apart (CIEDE2000 of 17 and more) for normal, protanope, deuteranope and
/// tritanope vision, and every colour at 3:1 or more against the background.
///
/// @param rest    for everything the title is not about
/// @param pixels  text size of axes and labels
record ChartStyle(
        Color background, Color text, Color muted, Color grid, Color rest, List<Color> palette, float pixels) {
    static final float NORMAL_PIXELS = 12;
    private static final double LINE_HEIGHT = 1.35;

    private static final Font BASE = new Font(family(), Font.PLAIN, 12);
    private static final List<Color> ON_LIGHT = colours(0x0B62B0, 0xAE4B6C, 0xA48953, 0x720050, 0x4697CC, 0x474226);
    private static final List<Color> ON_DARK = colours(0x58A6FF, 0xF8941F, 0x16FBAB, 0x984763, 0x225FC9, 0x726E1B);
    private static final List<Color> ON_BLACK = colours(0x71B7FF, 0xF8941F, 0x16FBAB, 0xE58FB0, 0xFFFFFF, 0xC8C25A);

    ChartStyle {
        palette = List.copyOf(palette);
    }

    static ChartStyle light() {
        return new ChartStyle(
                Color.WHITE,
                new Color(0x24292F),
                new Color(0x57606A),
                new Color(0xE5E7EB),
                new Color(0x818B98),
                ON_LIGHT,
                NORMAL_PIXELS);
    }

    static ChartStyle dark() {
        return new ChartStyle(
                new Color(0x0D1117),
                new Color(0xC9D1D9),
                new Color(0x8B949E),
                new Color(0x21262D),
                new Color(0x6E7681),
                ON_DARK,
                NORMAL_PIXELS);
    }

    static ChartStyle highContrast() {
        return new ChartStyle(
                Color.BLACK,
                Color.WHITE,
                Color.WHITE,
                new Color(0x404040),
                new Color(0xBFBFBF),
                ON_BLACK,
                NORMAL_PIXELS);
    }

    ChartStyle withPixels(float size) {
        return new ChartStyle(background, text, muted, grid, rest, palette, size);
    }

    Font font() {
        return BASE.deriveFont(pixels);
    }

    Font titleFont() {
        return BASE.deriveFont(Font.BOLD, pixels * 16 / NORMAL_PIXELS);
    }

    /// How wide `text` is drawn.
    double widthOf(String text) {
        return font().getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
    }

    /// From one line of text to the next.
    double lineHeight() {
        return LINE_HEIGHT * pixels;
    }

    Color accent() {
        return palette.getFirst();
    }

    /// The colour of line or bar number `i`, over again after the last.
    Color series(int i) {
        return palette.get(i % palette.size());
    }

    private static String family() {
        return new Font("Inter", Font.PLAIN, 12).getFamily().equals("Inter") ? "Inter" : Font.SANS_SERIF;
    }

    private static List<Color> colours(int... rgb) {
        return java.util.Arrays.stream(rgb).mapToObj(Color::new).toList();
    }
}
