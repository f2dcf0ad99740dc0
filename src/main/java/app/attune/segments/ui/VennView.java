package app.attune.segments.ui;

import app.attune.segments.compare.Overlap;
import app.attune.segments.compare.OverlapWords;
import app.attune.segments.compare.Venn;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;

/// Circles for two or three segments, with the users and share of each combination; the names stand beside the circles.
final class VennView extends Pane {
    private static final double ROOM = 8;

    private final Texts texts = Texts.of("segments");
    private final List<Circle> circles = new ArrayList<>();
    private final List<Label> words = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final Label scale = new Label();
    private Optional<Venn> venn = Optional.empty();

    VennView() {
        getStyleClass().add("venn");
        scale.getStyleClass().add("caption");
        scale.setWrapText(true);
    }

    /// @throws IllegalArgumentException of more than three segments
    void show(Overlap overlap) {
        Venn drawn = Venn.of(overlap);
        venn = Optional.of(drawn);
        circles.clear();
        words.clear();
        names.clear();
        for (int i = 0; i < drawn.circles().size(); i++) {
            addCircle(i, overlap.parts().get(i));
        }
        overlap.combinations().forEach(one -> {
            Label label = new Label(
                    OverlapWords.number(one.size()) + "\n" + OverlapWords.percent(one.size(), overlap.union()));
            label.getStyleClass().add("venn-words");
            words.add(label);
        });
        scale.setText(texts.get(drawn.error() <= Venn.TO_SCALE ? "venn.scale" : "venn.no-scale"));
        getChildren().setAll(circles);
        getChildren().addAll(words);
        getChildren().addAll(names);
        getChildren().add(scale);
        setAccessibleText(OverlapWords.title(overlap));
        requestLayout();
    }

    private void addCircle(int position, Overlap.Part part) {
        Circle circle = new Circle();
        circle.getStyleClass().addAll("venn-circle", "venn-" + position);
        circles.add(circle);
        Label name = new Label(texts.get("venn.name", part.name(), part.size()));
        name.getStyleClass().addAll("caption", "venn-name-" + position);
        names.add(name);
    }

    @Override
    protected void layoutChildren() {
        venn.ifPresent(this::place);
    }

    private void place(Venn drawn) {
        double y = ROOM / 2;
        for (Label name : names) {
            name.resizeRelocate(0, y, Math.min(getWidth(), name.prefWidth(-1)), name.prefHeight(-1));
            y += name.prefHeight(-1);
        }
        double below = scale.prefHeight(getWidth());
        scale.resizeRelocate(0, getHeight() - below, getWidth(), below);
        draw(drawn, y + ROOM, getHeight() - below - y - 2 * ROOM);
    }

    private void draw(Venn drawn, double top, double height) {
        Venn.Box box = drawn.box();
        double unit = Math.max(1, Math.min((getWidth() - ROOM) / box.width(), height / box.height()));
        double x0 = (getWidth() - unit * box.width()) / 2 - unit * box.left();
        double y0 = top - unit * box.top();
        for (int i = 0; i < circles.size(); i++) {
            Venn.Circle one = drawn.circles().get(i);
            circles.get(i).setCenterX(x0 + unit * one.x());
            circles.get(i).setCenterY(y0 + unit * one.y());
            circles.get(i).setRadius(unit * one.radius());
        }
        for (int i = 0; i < words.size(); i++) {
            Label label = words.get(i);
            label.setVisible(drawn.labels().get(i).isPresent());
            drawn.labels().get(i).ifPresent(spot -> centre(label, x0 + unit * spot.x(), y0 + unit * spot.y()));
        }
    }

    private static void centre(Label label, double x, double y) {
        double width = label.prefWidth(-1);
        double height = label.prefHeight(-1);
        label.resizeRelocate(x - width / 2, y - height / 2, width, height);
    }
}
