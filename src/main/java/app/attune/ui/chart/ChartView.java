package app.attune.ui.chart;

import app.attune.core.TaskSlot;
import app.attune.core.chart.ChartSpec;
import app.attune.ui.Dialogs;
import app.attune.ui.Dialogs.FileKind;
import app.attune.ui.Failures;
import app.attune.ui.FxDialogs;
import app.attune.ui.MessageBar;
import app.attune.ui.Texts;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows a chart: its finding, the picture, and the same numbers as a table; copies and saves it.
///
/// The picture is drawn off the FX thread whenever size, theme or text size change; the newest drawing wins. Keys:
/// T shows the table, Mod+C copies picture and numbers.
public final class ChartView extends VBox {
    private static final int COPY_WIDTH = 900;
    private static final int COPY_HEIGHT = 500;
    private static final HouseChartWriter WRITER = new HouseChartWriter();

    private final Texts texts = Texts.of("ui");
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final ImageView picture = new ImageView();
    private final Region plot = new PlotArea();
    private final TableView<List<String>> table = new TableView<>();
    private final MessageBar messages = new MessageBar();
    private final ToggleButton asTable = new ToggleButton("", new FontIcon("mdomz-table_rows"));
    private final HBox tools = new HBox();
    private final TaskSlot slot = new TaskSlot();
    private Dialogs dialogs = new FxDialogs(() -> getScene().getWindow());
    private CompletableFuture<Void> drawn = CompletableFuture.completedFuture(null);
    private @Nullable ChartSpec spec;

    public ChartView() {
        getStyleClass().add("chart-view");
        title.getStyleClass().add("chart-title");
        subtitle.getStyleClass().add("chart-subtitle");
        for (Label label : List.of(title, subtitle)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        buildTools();
        VBox words = new VBox(title, subtitle);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(words, tools);
        head.getStyleClass().add("chart-head");
        VBox.setVgrow(plot, Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.visibleProperty().bind(asTable.selectedProperty());
        table.managedProperty().bind(asTable.selectedProperty());
        plot.visibleProperty().bind(asTable.selectedProperty().not());
        plot.managedProperty().bind(asTable.selectedProperty().not());
        getChildren().addAll(head, messages, plot, table);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        title.textFillProperty().addListener((observed, before, now) -> draw());
        title.fontProperty().addListener((observed, before, now) -> draw());
    }

    /// Draws `newSpec` in place of what was shown.
    public void show(ChartSpec newSpec) {
        spec = newSpec;
        title.setText(newSpec.title());
        subtitle.setText(HouseChart.unbroken(newSpec.subtitle()));
        setAccessibleText(newSpec.title());
        table.setAccessibleText(newSpec.title());
        ChartTable.fill(table, newSpec);
        picture.setOpacity(1);
        tools.setDisable(false);
        draw();
    }

    /// Greys the picture while a newer one is on its way.
    public void fade() {
        picture.setOpacity(0.4);
    }

    /// Where Save asks for a file name.
    public void useDialogs(Dialogs other) {
        dialogs = other;
    }

    /// Completed once what is shown is what was last asked for.
    public CompletableFuture<Void> drawn() {
        return drawn;
    }

    /// Shows the numbers instead of the picture.
    public void showTable() {
        asTable.setSelected(true);
    }

    private void buildTools() {
        tools.getStyleClass().add("chart-tools");
        tools.setDisable(true);
        name(asTable, "chart.as-table");
        asTable.getStyleClass().addAll("flat", "small", "button-icon");
        tools.getChildren()
                .addAll(
                        asTable,
                        button("chart.copy", "mdoal-content_copy", this::copy),
                        button("chart.png", "mdoal-image", () -> save("png")),
                        button("chart.svg", "mdomz-save_alt", () -> save("svg")));
    }

    private Button button(String key, String icon, Runnable work) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "small", "button-icon");
        name(button, key);
        button.setOnAction(event -> work.run());
        return button;
    }

    private void name(ButtonBase button, String key) {
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.T && !event.isShortcutDown() && !event.isAltDown()) {
            asTable.setSelected(!asTable.isSelected());
            event.consume();
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown() && spec != null) {
            copy();
            event.consume();
        }
    }

    private void copy() {
        if (spec != null) {
            ClipboardContent content = new ClipboardContent();
            content.putImage(fx(HouseChartWriter.image(
                    HouseChart.titled(spec, ChartStyle.light(), new HouseChart.Size(COPY_WIDTH, COPY_HEIGHT)),
                    COPY_WIDTH,
                    COPY_HEIGHT,
                    2)));
            content.putString(ChartTable.tsv(spec));
            Clipboard.getSystemClipboard().setContent(content);
            messages.say(texts.get("chart.copied"));
        }
    }

    private void save(String ending) {
        if (spec != null) {
            ChartSpec chart = spec;
            FileKind kind = new FileKind(texts.get("chart.kind." + ending), List.of("*." + ending));
            dialogs.saveFile(texts.get("chart." + ending), kind, chart.id() + "." + ending)
                    .ifPresent(file -> write(ending.equals("png") ? WRITER::png : WRITER::svg, chart, file));
        }
    }

    private void write(BiConsumer<ChartSpec, Path> writer, ChartSpec chart, Path file) {
        OffThread.run(
                () -> {
                    writer.accept(chart, file);
                    return file;
                },
                (written, thrown) -> {
                    if (thrown == null) {
                        messages.say(texts.get("chart.saved", file.toString()));
                    } else {
                        messages.show(Failures.problem(texts.get("chart.saving"), thrown));
                    }
                });
    }

    private void draw() {
        double width = Math.floor(plot.getWidth());
        double height = Math.floor(plot.getHeight());
        ChartSpec chart = spec;
        if (chart == null || width < 40 || height < 40) {
            return;
        }
        long ticket = slot.next();
        ChartStyle style = style();
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
        HouseChart.Size size = new HouseChart.Size(width, height);
        CompletableFuture<Void> done = new CompletableFuture<>();
        drawn = done;
        OffThread.run(
                () -> fx(HouseChartWriter.image(HouseChart.plain(chart, style, size), width, height, scale)),
                (image, thrown) -> {
                    if (slot.isCurrent(ticket)) {
                        show(image, thrown, width, height);
                    }
                    done.complete(null);
                });
    }

    private void show(@Nullable Image image, @Nullable Throwable thrown, double width, double height) {
        if (thrown != null) {
            messages.show(Failures.problem(texts.get("chart.drawing"), thrown));
            return;
        }
        picture.setImage(image);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
    }

    /// Follows the colours and the text size the style sheets gave the title.
    private ChartStyle style() {
        Color text = title.getTextFill() instanceof Color colour ? colour : Color.BLACK;
        ChartStyle style = text.equals(Color.WHITE)
                ? ChartStyle.highContrast()
                : text.getBrightness() > 0.6 ? ChartStyle.dark() : ChartStyle.light();
        return style.withPixels((float) (title.getFont().getSize() * 12 / 16));
    }

    private static Image fx(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= 0xFF000000;
        }
        WritableImage result = new WritableImage(width, height);
        result.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return result;
    }

    /// The room of the picture; a new size means a new picture.
    private final class PlotArea extends Region {
        PlotArea() {
            getStyleClass().add("chart-plot");
            getChildren().add(picture);
            widthProperty().addListener((observed, before, now) -> draw());
            heightProperty().addListener((observed, before, now) -> draw());
        }
    }
}
