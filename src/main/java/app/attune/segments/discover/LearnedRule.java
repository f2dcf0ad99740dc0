package app.attune.segments.discover;

import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A rule over the columns of a table: any of several ways to be meant, each with limits of some columns.
record LearnedRule(List<Map<Integer, Limits>> ways) {
    LearnedRule {
        ways = ways.stream().map(Map::copyOf).toList();
    }

    /// The same rule over other columns: those at `kept` are its columns 0, 1, 2 …
    LearnedRule of(List<Integer> kept) {
        List<Map<Integer, Limits>> others = new ArrayList<>();
        for (Map<Integer, Limits> way : ways) {
            Map<Integer, Limits> other = new TreeMap<>();
            way.forEach((column, limits) -> other.put(kept.get(column), limits));
            others.add(other);
        }
        return new LearnedRule(others);
    }

    /// How many rows of a condition it takes.
    int rows() {
        return ways.stream().mapToInt(Map::size).sum();
    }

    boolean[] members(TraitTable table) {
        boolean[] members = new boolean[table.size()];
        for (Map<Integer, Limits> way : ways) {
            for (int row = 0; row < members.length; row++) {
                members[row] |= isMeant(way, table, row);
            }
        }
        return members;
    }

    private static boolean isMeant(Map<Integer, Limits> way, TraitTable table, int row) {
        for (Map.Entry<Integer, Limits> limit : way.entrySet()) {
            if (!limit.getValue().has(table.columns().get(limit.getKey()).value(row))) {
                return false;
            }
        }
        return true;
    }

    /// Without the limits and ways that make it no better, tried one after the other.
    LearnedRule simplified(TraitTable table, boolean[] group) {
        LearnedRule best = this;
        double score = Fidelity.of(best.members(table), group).score();
        for (boolean shorter = true; shorter; ) {
            shorter = false;
            for (LearnedRule other : best.shorter()) {
                double without = Fidelity.of(other.members(table), group).score();
                if (without >= score) {
                    best = other;
                    score = without;
                    shorter = true;
                    break;
                }
            }
        }
        return best;
    }

    /// Each rule with one limit or one way less.
    private List<LearnedRule> shorter() {
        List<LearnedRule> shorter = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            if (ways.size() > 1) {
                List<Map<Integer, Limits>> fewer = new ArrayList<>(ways);
                fewer.remove(i);
                shorter.add(new LearnedRule(fewer));
            }
            for (int column : new TreeMap<>(ways.get(i)).keySet()) {
                if (ways.get(i).size() > 1) {
                    Map<Integer, Limits> fewer = new TreeMap<>(ways.get(i));
                    fewer.remove(column);
                    List<Map<Integer, Limits>> others = new ArrayList<>(ways);
                    others.set(i, fewer);
                    shorter.add(new LearnedRule(others));
                }
            }
        }
        return shorter;
    }

    /// Of a rule without a way to be meant, nobody.
    Condition condition(TraitTable table) {
        List<Condition> any = ways.stream().map(way -> all(way, table)).toList();
        return any.size() == 1 ? any.getFirst() : new AnyOf(any);
    }

    private static Condition all(Map<Integer, Limits> way, TraitTable table) {
        List<Condition> rows = new TreeMap<>(way)
                .entrySet().stream()
                        .map(limit -> limit.getValue().row(table.columns().get(limit.getKey())))
                        .toList();
        return rows.size() == 1 ? rows.getFirst() : new AllOf(rows);
    }
}
