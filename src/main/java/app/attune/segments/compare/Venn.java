package app.attune.segments.compare;

import app.attune.core.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two or three circles whose areas are the sizes of segments and that overlap by what they share: of two exactly, of
/// three as far as circles can. Units are those of the largest circle's radius, which is 1.
///
/// @param circles one for each segment, in their order
/// @param labels  where the words of each combination belong, in the order of the combinations; empty where the drawing
///                has no room for it
/// @param error   the largest difference between the share of a combination in the union and its share of the drawn
///                area; where it is above [#TO_SCALE] the areas do not tell the sizes
public record Venn(List<Circle> circles, List<Optional<Spot>> labels, double error) {
    /// Up to this error a drawing is to scale.
    public static final double TO_SCALE = 0.02;

    private static final int STEPS = 60;
    private static final int RASTER = 160;

    public Venn {
        circles = List.copyOf(circles);
        labels = List.copyOf(labels);
    }

    /// A circle by its centre.
    public record Circle(double x, double y, double radius) {
        boolean contains(double px, double py) {
            return Math.hypot(px - x, py - y) <= radius;
        }
    }

    /// A place.
    public record Spot(double x, double y) {}

    /// What a drawing covers.
    public record Box(double left, double top, double width, double height) {
        static Box of(List<Circle> circles) {
            double left = circles.stream()
                    .mapToDouble(one -> one.x() - one.radius())
                    .min()
                    .orElse(0);
            double top = circles.stream()
                    .mapToDouble(one -> one.y() - one.radius())
                    .min()
                    .orElse(0);
            double right = circles.stream()
                    .mapToDouble(one -> one.x() + one.radius())
                    .max()
                    .orElse(1);
            double bottom = circles.stream()
                    .mapToDouble(one -> one.y() + one.radius())
                    .max()
                    .orElse(1);
            return new Box(left, top, Math.max(1e-9, right - left), Math.max(1e-9, bottom - top));
        }
    }

    /// What all circles cover.
    public Box box() {
        return Box.of(circles);
    }

    /// Of an overlap of two or three segments.
    ///
    /// @throws IllegalArgumentException of more
    public static Venn of(Overlap overlap) {
        int n = overlap.parts().size();
        Require.that(n == 2 || n == 3, "Two or three segments");
        double most = Math.max(
                1, overlap.parts().stream().mapToInt(Overlap.Part::size).max().orElse(1));
        double[] radii = overlap.parts().stream()
                .mapToDouble(part -> Math.sqrt(part.size() / most))
                .toArray();
        List<Double> distances = overlap.pairs().stream()
                .map(pair -> distance(radii[pair.first()], radii[pair.second()], Math.PI * pair.both() / most))
                .toList();
        List<Circle> circles =
                new ArrayList<>(List.of(new Circle(0, 0, radii[0]), new Circle(distances.getFirst(), 0, radii[1])));
        if (n == 3) {
            circles.add(third(distances, radii[2]));
        }
        return new VennRaster(circles, overlap, RASTER).venn();
    }

    /// Below the other two, as far from each as it is to be; where no such place is, in line with them.
    private static Circle third(List<Double> distances, double radius) {
        double first = distances.get(0);
        double toFirst = distances.get(1);
        double toSecond = distances.get(2);
        double x = first < 1e-9 ? 0 : (first * first + toFirst * toFirst - toSecond * toSecond) / (2 * first);
        double along = Math.clamp(x, -toFirst, toFirst);
        return new Circle(along, Math.sqrt(Math.max(0, toFirst * toFirst - along * along)), radius);
    }

    /// How far apart the centres of two circles are that share an area, by halving: the area falls as they part.
    static double distance(double one, double other, double shared) {
        double near = Math.abs(one - other);
        double far = one + other;
        if (shared <= 0) {
            return far * 1.05;
        }
        for (int i = 0; i < STEPS; i++) {
            double middle = (near + far) / 2;
            if (lens(one, other, middle) > shared) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return (near + far) / 2;
    }

    /// The area two circles share. Source: Weisstein, "Circle-Circle Intersection", MathWorld, eq. 14.
    static double lens(double one, double other, double apart) {
        if (apart >= one + other) {
            return 0;
        }
        if (apart <= Math.abs(one - other)) {
            double small = Math.min(one, other);
            return Math.PI * small * small;
        }
        double square = apart * apart;
        double first = (square + one * one - other * other) / (2 * apart * one);
        double second = (square + other * other - one * one) / (2 * apart * other);
        double kite = (-apart + one + other) * (apart + one - other) * (apart - one + other) * (apart + one + other);
        return one * one * Math.acos(Math.clamp(first, -1, 1))
                + other * other * Math.acos(Math.clamp(second, -1, 1))
                - Math.sqrt(Math.max(0, kite)) / 2;
    }
}
