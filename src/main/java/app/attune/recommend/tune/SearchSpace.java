package app.attune.recommend.tune;

import app.attune.core.Require;
import app.attune.recommend.Algorithm;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.Setting;
import app.attune.recommend.tune.Axis.Scale;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything a search may try of an algorithm.
///
/// @param fixed settings that stay as they are, by name, in canonical form
/// @param axes  settings that are searched, in the order of the algorithm; at least one
public record SearchSpace(Algorithm algorithm, SortedMap<String, String> fixed, List<Axis> axes) {
    private static final double AMOUNTS = 100;
    private static final double WHOLES = 10;

    /// Ranges whose ends differ by more than so many times are searched by the logarithm.
    private static final double MAGNITUDE = 10;

    public SearchSpace {
        fixed = Collections.unmodifiableSortedMap(new TreeMap<>(fixed));
        axes = List.copyOf(axes);
        Require.that(!axes.isEmpty(), "Nothing is left to search: every setting of " + algorithm.title() + " is given");
    }

    /// Every setting around what is usual: amounts from a hundredth of it to a hundred times as much, whole numbers
    /// from a tenth to ten times, both within what is permitted; choices with all their words.
    public static SearchSpace of(Algorithm algorithm) {
        return new SearchSpace(
                algorithm,
                Collections.emptySortedMap(),
                algorithm.settings().stream().map(SearchSpace::around).toList());
    }

    private static Axis around(Setting setting) {
        return switch (setting) {
            case Setting.Choice choice -> new Axis.Words(choice);
            case Setting.Whole whole -> whole(whole);
            case Setting.Amount amount -> amount(amount);
        };
    }

    private static Axis whole(Setting.Whole whole) {
        double usual = Math.max(1, whole.usualNumber());
        return range(
                whole,
                Math.max(whole.least(), Math.max(1, Math.rint(usual / WHOLES))),
                Math.min(whole.most(), usual * WHOLES));
    }

    private static Axis amount(Setting.Amount amount) {
        if (amount.least() == 0 && amount.most() <= MAGNITUDE * amount.usualNumber()) {
            return range(amount, 0, amount.most());
        }
        double most = amount.usualNumber() == 0 ? AMOUNTS : AMOUNTS * amount.usualNumber();
        return range(amount, Math.max(amount.least(), amount.usualNumber() / AMOUNTS), Math.min(amount.most(), most));
    }

    private static Axis range(Setting setting, double low, double high) {
        if (low > 0) {
            return new Axis.Range(setting, low, high, high / low > MAGNITUDE ? Scale.LOG : Scale.LINEAR);
        }
        return new Axis.Range(setting, low, high, high > MAGNITUDE ? Scale.LOG_OF_NEXT : Scale.LINEAR);
    }

    /// The same with one setting that is not searched but has this value.
    ///
    /// @throws IllegalArgumentException in words, for a name or value the algorithm does not know, or if none is left
    public SearchSpace fixing(String name, String value) {
        TreeMap<String, String> more = new TreeMap<>(fixed);
        more.put(name, known(name).canonical(value));
        return new SearchSpace(
                algorithm,
                more,
                axes.stream().filter(axis -> !axis.name().equals(name)).toList());
    }

    /// The same with another range for one setting.
    ///
    /// @throws IllegalArgumentException in words, for a name or range the algorithm does not know
    public SearchSpace between(String name, double low, double high) {
        Setting setting = known(name);
        Require.that(!(setting instanceof Setting.Choice), name + " is a choice of words and has no range");
        Require.that(!fixed.containsKey(name), name + " has a value and a range; give one of them");
        setting.canonical(Double.toString(low));
        setting.canonical(Double.toString(high));
        Axis narrowed = range(setting, low, high);
        return new SearchSpace(
                algorithm,
                fixed,
                axes.stream()
                        .map(axis -> axis.name().equals(name) ? narrowed : axis)
                        .toList());
    }

    private Setting known(String name) {
        return algorithm
                .setting(name)
                .orElseThrow(() -> new IllegalArgumentException(algorithm.title() + " has no option " + name));
    }

    /// The options at these places, one for each axis.
    RecommenderOptions at(double[] places) {
        TreeMap<String, String> values = new TreeMap<>(fixed);
        for (int axis = 0; axis < places.length; axis++) {
            values.put(axes.get(axis).name(), axes.get(axis).at(places[axis]));
        }
        return new RecommenderOptions(algorithm, values);
    }

    /// Where options lie, for each axis.
    double[] places(RecommenderOptions options) {
        return axes.stream()
                .mapToDouble(axis -> axis.place(value(options, axis)))
                .toArray();
    }

    static String value(RecommenderOptions options, Axis axis) {
        return options.values().getOrDefault(axis.name(), axis.setting().usual());
    }

    /// What is usual, as far as the ranges allow.
    RecommenderOptions usual() {
        TreeMap<String, String> values = new TreeMap<>(fixed);
        for (Axis axis : axes) {
            String usual = axis.setting().usual();
            double place = axis.place(usual);
            values.put(axis.name(), place > 0 && place < 1 ? axis.setting().canonical(usual) : axis.at(place));
        }
        return new RecommenderOptions(algorithm, values);
    }
}
