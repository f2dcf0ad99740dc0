package app.attune.segments.compare;

import app.attune.segments.compare.Venn.Circle;
import app.attune.segments.compare.Venn.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Circles on a raster of points: how large each combination is drawn, and where it is widest.
final class VennRaster {
    private final List<Circle> circles;
    private final Overlap overlap;
    private final int side;
    private final double left;
    private final double top;
    private final double step;
    private final int[] sets;

    VennRaster(List<Circle> circles, Overlap overlap, int side) {
        this.circles = circles;
        this.overlap = overlap;
        this.side = side;
        Venn.Box box = Venn.Box.of(circles);
        left = box.left();
        top = box.top();
        step = Math.max(box.width(), box.height()) / side;
        sets = new int[side * side];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = set(x(i), y(i));
        }
    }

    private double x(int point) {
        return left + (point % side + 0.5) * step;
    }

    private double y(int point) {
        int row = point / side;
        return top + (row + 0.5) * step;
    }

    /// One bit for each circle that contains the point.
    private int set(double x, double y) {
        int set = 0;
        for (int i = 0; i < circles.size(); i++) {
            set |= circles.get(i).contains(x, y) ? 1 << i : 0;
        }
        return set;
    }

    Venn venn() {
        double drawn = 0;
        int[] areas = new int[1 << circles.size()];
        for (int set : sets) {
            areas[set]++;
            drawn += set == 0 ? 0 : 1;
        }
        List<Optional<Spot>> labels = new ArrayList<>();
        double error = 0;
        double[] told = new double[areas.length];
        for (Overlap.Combination one : overlap.combinations()) {
            int set = one.inside().stream().mapToInt(i -> 1 << i).sum();
            told[set] = (double) one.size() / Math.max(1, overlap.union());
            labels.add(widest(set));
        }
        for (int set = 1; set < areas.length; set++) {
            error = Math.max(error, Math.abs(told[set] - areas[set] / Math.max(1, drawn)));
        }
        return new Venn(circles, labels, error);
    }

    /// The point of a combination that is furthest from any other, measured in the eight directions.
    private Optional<Spot> widest(int set) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < sets.length; i++) {
            if (sets[i] == set) {
                int room = room(i, set);
                if (room > most) {
                    most = room;
                    best = i;
                }
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new Spot(x(best), y(best)));
    }

    private int room(int point, int set) {
        int column = point % side;
        int row = point / side;
        int room = 0;
        while (isClear(column, row, room + 1, set)) {
            room++;
        }
        return room + 1;
    }

    private boolean isClear(int column, int row, int away, int set) {
        for (int across = -1; across <= 1; across++) {
            for (int down = -1; down <= 1; down++) {
                int x = column + across * away;
                int y = row + down * away;
                boolean outside = x < 0 || y < 0 || x >= side || y >= side;
                if (outside || sets[y * side + x] != set) {
                    return false;
                }
            }
        }
        return true;
    }
}
