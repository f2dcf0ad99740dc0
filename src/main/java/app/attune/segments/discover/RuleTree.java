package app.attune.segments.discover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import smile.classification.DecisionTree;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.measure.NominalScale;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.data.type.StructType;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;
import smile.data.vector.ValueVector;
import smile.model.cart.DecisionNode;
import smile.model.cart.InternalNode;
import smile.model.cart.LeafNode;
import smile.model.cart.Node;
import smile.model.cart.OrdinalNode;
import smile.model.cart.SplitRule;

/// A classification tree (Breiman, Friedman, Olshen and Stone 1984, "Classification and Regression Trees") over the
/// columns of a table, read as a rule: each leaf in which members are the majority is a way to be meant.
final class RuleTree {
    private static final String GROUP = "in";
    private static final int DEEPEST = 6;
    private static final int SMALLEST_LEAF = 5;

    private final DecisionTree tree;

    private RuleTree(DecisionTree tree) {
        this.tree = tree;
    }

    /// @param data   from [#data]
    /// @param leaves at most so many
    static RuleTree grow(DataFrame data, int leaves) {
        return new RuleTree(DecisionTree.fit(
                Formula.lhs(GROUP), data, new DecisionTree.Options(SplitRule.GINI, DEEPEST, leaves, SMALLEST_LEAF)));
    }

    /// The table as the library takes it, with the group as the class.
    static DataFrame data(TraitTable table, boolean[] group) {
        List<ValueVector> vectors = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            vectors.add(
                    new DoubleVector("c" + column, table.columns().get(column).forTrees()));
        }
        int[] classes =
                IntStream.range(0, group.length).map(row -> group[row] ? 1 : 0).toArray();
        vectors.add(new IntVector(new StructField(GROUP, DataTypes.IntType, new NominalScale("out", "in")), classes));
        return new DataFrame(vectors.toArray(ValueVector[]::new));
    }

    /// The columns that tell most, the best first.
    List<Integer> best(int most) {
        double[] gain = tree.importance();
        return IntStream.range(0, gain.length)
                .filter(column -> gain[column] > 0)
                .boxed()
                .sorted((a, b) -> Double.compare(gain[b], gain[a]))
                .limit(most)
                .toList();
    }

    /// @param table the one of the data
    LearnedRule rule(TraitTable table) {
        List<Map<Integer, Limits>> ways = new ArrayList<>();
        new Reader(table, tree.schema(), ways).collect(tree.root(), Map.of());
        return new LearnedRule(ways);
    }

    /// Walks down to every leaf.
    private record Reader(TraitTable table, StructType schema, List<Map<Integer, Limits>> ways) {
        void collect(Node node, Map<Integer, Limits> way) {
            switch (node) {
                case OrdinalNode split -> {
                    TraitColumn column = table.columns().get(split.feature());
                    double last = column.last(value -> split.branch(tuple(split.feature(), value)));
                    Limits before = way.getOrDefault(split.feature(), Limits.ALL);
                    collect(split.trueChild(), with(way, split.feature(), before.notAbove(last)));
                    collect(split.falseChild(), with(way, split.feature(), before.above(last)));
                }
                case DecisionNode leaf -> {
                    if (leaf.output() == 1 && !way.isEmpty()) {
                        ways.add(way);
                    }
                }
                case InternalNode other -> throw new IllegalStateException("All columns are numbers");
                case LeafNode other -> throw new IllegalStateException("It is a tree of classes");
                default -> throw new IllegalStateException("No node of a tree: " + node.getClass());
            }
        }

        /// The library keeps where it split to itself, but tells on which side a value is.
        private Tuple tuple(int column, double value) {
            double[] values = new double[schema.length()];
            values[column] = value;
            return Tuple.of(schema, values);
        }

        private static Map<Integer, Limits> with(Map<Integer, Limits> way, int column, Limits limits) {
            Map<Integer, Limits> longer = new HashMap<>(way);
            longer.put(column, limits);
            return longer;
        }
    }
}
