package app.attune.events.read.shape;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sees to it that the paths of a shape start where something is.
final class PathCheck {
    private final Set<String> elements;

    PathCheck(List<Explode> lists) {
        elements = lists.stream().map(Explode::as).collect(Collectors.toSet());
        if (elements.size() < lists.size()) {
            throw ShapeProblems.bad("Two lists call their elements the same");
        }
        lists.forEach(list -> check(list.each()));
    }

    void tests(List<RecordTest> tests) {
        tests.forEach(test -> check(test.path()));
    }

    void columns(List<ShapeColumn> columns) {
        columns.stream()
                .flatMap(column -> Stream.of(
                        column.first(),
                        column.join(),
                        column.orElse(),
                        column.sum().stream().map(ShapeTerm::path).toList(),
                        column.sum().stream()
                                .filter(term -> term.fixed().isEmpty())
                                .map(ShapeTerm::times)
                                .toList()))
                .flatMap(List::stream)
                .forEach(this::check);
    }

    void spreads(List<Spread> spreads) {
        spreads.forEach(part -> check(part.of()));
    }

    private void check(String path) {
        String start = FieldPath.of(path).start();
        if (!start.isEmpty() && !elements.contains(start)) {
            throw ShapeProblems.bad(
                    "The path '" + path + "' starts with no slash, and no list calls its elements '" + start + "'");
        }
    }
}
