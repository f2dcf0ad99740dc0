package app.attune.segments.ui;

import app.attune.segments.compare.Overlap;
import app.attune.segments.compare.OverlapWords;
import app.attune.segments.compare.Venn;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// Circles for two or three segments, with the users and share of each combination; the names stand above the circles.
/// Words that would stand upon others stand beside the circles, with a line to where they belong.
final class VennView extends Pane {
    private static final double ROOM = 8;

    private final Texts texts = Texts.of("segments");
    private final List<Circle> circles = new ArrayList<>();
    private final List<Label> words = new ArrayList<>();
    private final List<Label> asides = new ArrayList<>();
    private final List<Line> leaders = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    /// Of the combinations, beside the largest segment.
    private List<Double> sizes = List.of();
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
        asides.clear();
        leaders.clear();
        names.clear();
        for (int i = 0; i < drawn.circles().size(); i++) {
            addCircle(i, overlap.parts().get(i));
        }
        double most =
                overlap.parts().stream().mapToInt(Overlap.Part::size).max().orElse(1);
        sizes = overlap.combinations().stream().map(one -> one.size() / most).toList();
        overlap.combinations().forEach(one -> addWords(one, overlap));
        scale.setText(texts.get(drawn.error() <= Venn.TO_SCALE ? "venn.scale" : "venn.no-scale"));
        getChildren().setAll(circles);
        getChildren().addAll(leaders);
        getChildren().addAll(words);
        getChildren().addAll(asides);
        getChildren().addAll(names);
        getChildren().add(scale);
        setAccessibleText(OverlapWords.title(overlap));
        requestLayout();
    }

    private void addWords(Overlap.Combination one, Overlap overlap) {
        String users = OverlapWords.number(one.size());
        String share = OverlapWords.percent(one.size(), overlap.union());
        words.add(label(users + "\n" + share));
        asides.add(label(users + " \u00b7 " + share));
        Line leader = new Line();
        leader.getStyleClass().add("venn-leader");
        leaders.add(leader);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("venn-words");
        return label;
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

    /// Words are put beside the circles until no others overlap; the circles get smaller by that, if they must.
    private void draw(Venn drawn, double top, double height) {
        Set<Integer> aside = new TreeSet<>();
        Scaled scaled = scaled(drawn, top, height, aside);
        for (Set<Integer> more = crowded(drawn, scaled, aside); !more.isEmpty(); more = crowded(drawn, scaled, aside)) {
            aside.addAll(more);
            scaled = scaled(drawn, top, height, aside);
        }
        for (int i = 0; i < circles.size(); i++) {
            Venn.Circle one = drawn.circles().get(i);
            circles.get(i).setCenterX(scaled.x(one.x()));
            circles.get(i).setCenterY(scaled.y(one.y()));
            circles.get(i).setRadius(scaled.unit() * one.radius());
        }
        for (int i = 0; i < words.size(); i++) {
            Optional<Rectangle2D> box = box(drawn, scaled, i);
            words.get(i).setVisible(box.isPresent() && !aside.contains(i));
            asides.get(i).setVisible(aside.contains(i));
            leaders.get(i).setVisible(aside.contains(i));
            box.ifPresent(place(words.get(i)));
        }
        putAside(drawn, scaled, aside);
    }

    /// Where units of the drawing are on the screen.
    private record Scaled(double unit, double left, double top, double right) {
        double x(double units) {
            return left + unit * units;
        }

        double y(double units) {
            return top + unit * units;
        }
    }

    private Scaled scaled(Venn drawn, double top, double height, Set<Integer> aside) {
        Venn.Box box = drawn.box();
        double beside = aside.stream()
                .mapToDouble(i -> asides.get(i).prefWidth(-1) + 3 * ROOM)
                .max()
                .orElse(0);
        double width = getWidth() - ROOM - beside;
        double unit = Math.max(1, Math.min(width / box.width(), height / box.height()));
        double left = (getWidth() - beside - unit * box.width()) / 2;
        return new Scaled(unit, left - unit * box.left(), top - unit * box.top(), left + unit * box.width() + 2 * ROOM);
    }

    /// Those inside the circles that are larger than their area, or would stand upon words of a larger combination.
    private Set<Integer> crowded(Venn drawn, Scaled scaled, Set<Integer> aside) {
        Set<Integer> crowded = new TreeSet<>();
        List<Rectangle2D> taken = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Optional<Rectangle2D> box = aside.contains(i) ? Optional.empty() : box(drawn, scaled, i);
            double area = Math.PI * scaled.unit() * scaled.unit() * sizes.get(i);
            if (box.filter(one -> one.getWidth() * one.getHeight() > area
                            || taken.stream().anyMatch(one::intersects))
                    .isPresent()) {
                crowded.add(i);
            }
            box.ifPresent(taken::add);
        }
        return crowded;
    }

    private Optional<Rectangle2D> box(Venn drawn, Scaled scaled, int combination) {
        Label label = words.get(combination);
        double width = label.prefWidth(-1);
        double height = label.prefHeight(-1);
        return drawn.labels()
                .get(combination)
                .map(spot -> new Rectangle2D(
                        scaled.x(spot.x()) - width / 2, scaled.y(spot.y()) - height / 2, width, height));
    }

    /// One below the other, in the order of the places they belong to.
    private void putAside(Venn drawn, Scaled scaled, Set<Integer> aside) {
        List<Integer> down = aside.stream()
                .sorted(Comparator.comparingDouble(i -> spot(drawn, i).y()))
                .toList();
        double y = down.isEmpty() ? 0 : scaled.y(spot(drawn, down.getFirst()).y());
        for (int i : down) {
            Label label = asides.get(i);
            double height = label.prefHeight(-1);
            label.resizeRelocate(scaled.right(), y - height / 2, label.prefWidth(-1), height);
            Line leader = leaders.get(i);
            leader.setStartX(scaled.x(spot(drawn, i).x()));
            leader.setStartY(scaled.y(spot(drawn, i).y()));
            leader.setEndX(scaled.right() - ROOM / 2);
            leader.setEndY(y);
            y += height + ROOM / 4;
        }
    }

    private static Venn.Spot spot(Venn drawn, int combination) {
        return drawn.labels().get(combination).orElseThrow();
    }

    private static Consumer<Rectangle2D> place(Label label) {
        return box -> label.resizeRelocate(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
    }
}
