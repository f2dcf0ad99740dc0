package app.attune.profiles.ui;

import app.attune.profiles.Identifier;
import app.attune.profiles.LinkState;
import app.attune.profiles.PersonGraph;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import org.kordamp.ikonli.javafx.FontIcon;

/// The picture of how one person came to be: identifiers as buttons, links as lines that say rule and rows. One stop of
/// the Tab key; arrows go from identifier to identifier.
final class MergeGraph extends Pane {
    private static final double ROW = 3.4;
    private static final double GAP = 26;

    private final Texts texts;
    private final Label ruler = new Label();
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final List<CubicCurve> curves = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private MergeDrawing drawing = new MergeDrawing(List.of(), List.of(), 0);
    private Consumer<Optional<Identifier>> chosen = identifier -> {};

    MergeGraph(Texts texts) {
        this.texts = texts;
        setId("mergeGraph");
        getStyleClass().add("merge-graph");
        ruler.setVisible(false);
        ruler.fontProperty().addListener(observed -> requestLayout());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// What happens when an identifier is chosen, or none.
    void onChosen(Consumer<Optional<Identifier>> handler) {
        chosen = handler;
    }

    void show(MergeDrawing now) {
        drawing = now;
        buttons.clear();
        curves.clear();
        labels.clear();
        now.edges().forEach(edge -> {
            curves.add(curve(edge.link()));
            labels.add(label(edge.link()));
        });
        now.nodes().forEach(node -> buttons.add(button(node)));
        List<Node> all = new ArrayList<>(curves);
        all.addAll(labels);
        all.addAll(buttons);
        all.add(ruler);
        getChildren().setAll(all);
        reach(0);
        requestLayout();
    }

    /// Draws the lines of one link heavier; empty for none.
    void highlight(Optional<PersonGraph.PersonLink> link) {
        for (int i = 0; i < curves.size(); i++) {
            PersonGraph.PersonLink here = drawing.edges().get(i).link();
            mark(curves.get(i), link.filter(here::equals).isPresent());
        }
    }

    private static void mark(Node node, boolean now) {
        node.getStyleClass().remove("chosen");
        if (now) {
            node.getStyleClass().add("chosen");
        }
    }

    private CubicCurve curve(PersonGraph.PersonLink link) {
        CubicCurve curve = new CubicCurve();
        curve.getStyleClass()
                .addAll("merge-link", "merge-" + link.state().name().toLowerCase(Locale.ROOT));
        return curve;
    }

    private Label label(PersonGraph.PersonLink link) {
        String words = texts.get("graph.link", link.kind(), link.rows());
        Label label = new Label(
                link.state() == LinkState.LINKS
                        ? words
                        : texts.get("graph.link.left-out", words, texts.get("state.short." + link.state())));
        label.getStyleClass().add("merge-label");
        return label;
    }

    private ToggleButton button(MergeDrawing.Node node) {
        Identifier identifier = node.identifier();
        boolean flagged = drawing.isFlagged(identifier);
        ToggleButton button = new ToggleButton(PeopleWords.identifier(identifier));
        if (flagged) {
            FontIcon icon = new FontIcon("mdomz-warning");
            icon.getStyleClass().add("status-warn");
            button.setGraphic(icon);
        }
        button.getStyleClass().addAll("small", "quiet", "merge-node");
        if (node.belongs() == MergeDrawing.Belongs.TO_OTHERS) {
            button.getStyleClass().add("merge-outside");
        }
        button.setMnemonicParsing(false);
        button.setAccessibleText(PeopleWords.node(texts, identifier, drawing.linksOf(identifier)));
        button.setFocusTraversable(false);
        button.setOnAction(event -> choose(button));
        return button;
    }

    private void choose(ToggleButton button) {
        buttons.forEach(other -> other.setSelected(other.equals(button) && button.isSelected()));
        int index = buttons.indexOf(button);
        reach(index);
        chosen.accept(
                button.isSelected() ? Optional.of(drawing.nodes().get(index).identifier()) : Optional.empty());
    }

    /// Exactly one button is a stop of the Tab key.
    private void reach(int index) {
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setFocusTraversable(i == index);
        }
    }

    private void key(KeyEvent event) {
        int at = -1;
        for (int i = 0; i < buttons.size(); i++) {
            at = buttons.get(i).isFocused() ? i : at;
        }
        if (at < 0 || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        int next = next(at, event.getCode());
        if (event.getCode().isArrowKey()) {
            event.consume();
        }
        if (next != at) {
            reach(next);
            buttons.get(next).requestFocus();
        }
    }

    /// Up and down within the column, left and right to the nearest row of the next one.
    private int next(int at, KeyCode key) {
        MergeDrawing.Node here = drawing.nodes().get(at);
        int columns = key == KeyCode.LEFT ? -1 : key == KeyCode.RIGHT ? 1 : 0;
        int rows = key == KeyCode.UP ? -1 : key == KeyCode.DOWN ? 1 : 0;
        int best = at;
        int distance = Integer.MAX_VALUE;
        for (int i = 0; i < drawing.nodes().size() && (columns != 0 || rows != 0); i++) {
            MergeDrawing.Node there = drawing.nodes().get(i);
            int away = Math.abs(there.row() - here.row() - rows);
            if (there.column() == here.column() + columns
                    && i != at
                    && away < distance
                    && (columns != 0 || away == 0)) {
                best = i;
                distance = away;
            }
        }
        return best;
    }

    private double em() {
        return ruler.getFont().getSize();
    }

    private double columnWidth(int column) {
        double widest = 0;
        for (int i = 0; i < buttons.size(); i++) {
            boolean here = drawing.nodes().get(i).column() == column;
            widest = here ? Math.max(widest, buttons.get(i).prefWidth(-1)) : widest;
        }
        return widest;
    }

    private int columns() {
        return drawing.nodes().stream()
                .mapToInt(node -> node.column() + 1)
                .max()
                .orElse(0);
    }

    /// Whether a line joins two identifiers of the last column, bulging to the right.
    private boolean hasBulge() {
        return drawing.edges().stream()
                .anyMatch(edge -> drawing.nodes().get(edge.from()).column()
                        == drawing.nodes().get(edge.to()).column());
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = 0;
        for (int column = 0; column < columns(); column++) {
            width += columnWidth(column) + (column == 0 ? 0 : GAP * em());
        }
        return width + (hasBulge() ? GAP / 4 * em() : 0) + 2 * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows =
                drawing.nodes().stream().mapToInt(node -> node.row() + 1).max().orElse(0);
        return (rows * ROW + 1) * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        double x = em();
        for (int column = 0; column < columns(); column++) {
            for (int i = 0; i < buttons.size(); i++) {
                MergeDrawing.Node node = drawing.nodes().get(i);
                if (node.column() == column) {
                    ToggleButton button = buttons.get(i);
                    button.autosize();
                    button.relocate(snapPositionX(x), snapPositionY((0.5 + node.row() * ROW) * em()));
                }
            }
            x += columnWidth(column) + GAP * em();
        }
        for (int i = 0; i < curves.size(); i++) {
            lay(drawing.edges().get(i), curves.get(i), labels.get(i));
        }
    }

    private void lay(MergeDrawing.Edge edge, CubicCurve curve, Label label) {
        ToggleButton from = buttons.get(edge.from());
        ToggleButton to = buttons.get(edge.to());
        boolean sameColumn = drawing.nodes().get(edge.from()).column()
                == drawing.nodes().get(edge.to()).column();
        double startX = from.getLayoutX() + from.getWidth();
        double endX = sameColumn ? to.getLayoutX() + to.getWidth() : to.getLayoutX();
        double bend = (sameColumn ? GAP / 4 : GAP / 2) * em();
        curve.setStartX(startX);
        curve.setStartY(from.getLayoutY() + from.getHeight() / 2);
        curve.setEndX(endX);
        curve.setEndY(to.getLayoutY() + to.getHeight() / 2);
        curve.setControlX1(startX + bend);
        curve.setControlY1(curve.getStartY());
        curve.setControlX2(sameColumn ? endX + bend : endX - bend);
        curve.setControlY2(curve.getEndY());
        label.autosize();
        label.relocate(
                at(edge.part(), curve.getStartX(), curve.getControlX1(), curve.getControlX2(), endX)
                        - label.getWidth() / 2,
                at(edge.part(), curve.getStartY(), curve.getControlY1(), curve.getControlY2(), curve.getEndY())
                        - label.getHeight() / 2);
    }

    /// The point of a cubic Bezier curve at `part` of its parameter.
    private static double at(double part, double start, double one, double two, double end) {
        double rest = 1 - part;
        return rest * rest * rest * start
                + 3 * rest * rest * part * one
                + 3 * rest * part * part * two
                + part * part * part * end;
    }
}
