package app.attune.profiles.ui;

import app.attune.events.IdentifierLinks;
import app.attune.profiles.Identifier;
import app.attune.profiles.LinkState;
import app.attune.profiles.PersonGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where the identifiers of a person stand in the picture: ids of users at the left, anonymous ids and other
/// identifiers
/// at the right, each beside those it is linked to.
///
/// @param leftOut identifiers there was no room for
record MergeDrawing(List<Node> nodes, List<Edge> edges, int leftOut) {
    /// More cannot be told apart; the table has all.
    static final int MOST = 40;

    private static final double NEAR = 0.22;
    private static final double FAR = 0.78;

    /// @param column from 0 at the left
    /// @param row    from 0 at the top of the column
    record Node(Identifier identifier, int column, int row, Belongs belongs) {}

    /// Whether an identifier is the person's.
    enum Belongs {
        TO_THE_PERSON,
        /// Only links that were left out lead there.
        TO_OTHERS
    }

    /// @param from position of a node
    /// @param to   position of a node
    /// @param part how far along the line its label stands, so that those of lines from one node do not meet
    record Edge(int from, int to, double part, PersonGraph.PersonLink link) {}

    MergeDrawing {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    static MergeDrawing of(PersonGraph person) {
        Set<Identifier> all = new LinkedHashSet<>(person.identifiers());
        int own = all.size();
        for (PersonGraph.PersonLink link : person.links()) {
            all.add(link.user());
            all.add(link.identifier());
        }
        List<Identifier> drawn = all.stream().limit(MOST).toList();
        List<List<Identifier>> columns = new ArrayList<>();
        for (int kind = 0; kind < 2; kind++) {
            int wanted = kind;
            List<Identifier> column = drawn.stream()
                    .filter(identifier -> columnOf(identifier) == wanted)
                    .toList();
            if (!column.isEmpty()) {
                columns.add(columns.isEmpty() ? column : beside(column, columns.getLast(), person));
            }
        }
        Set<Identifier> theirs = Set.copyOf(drawn.subList(0, Math.min(own, drawn.size())));
        return placed(columns, theirs, person, all.size() - drawn.size());
    }

    private static int columnOf(Identifier identifier) {
        return identifier.kind().equals(IdentifierLinks.USER) ? 0 : 1;
    }

    /// Sorted by the middle of what each is linked to in the column before.
    private static List<Identifier> beside(List<Identifier> column, List<Identifier> before, PersonGraph person) {
        Map<Identifier, Double> middle = new HashMap<>();
        for (Identifier identifier : column) {
            middle.put(
                    identifier,
                    person.links().stream()
                            .filter(link -> link.identifier().equals(identifier)
                                    || link.user().equals(identifier))
                            .mapToInt(link -> Math.max(before.indexOf(link.user()), before.indexOf(link.identifier())))
                            .filter(row -> row >= 0)
                            .average()
                            .orElse(before.size()));
        }
        return column.stream()
                .sorted(Comparator.comparing((Identifier identifier) -> middle.getOrDefault(identifier, 0.0)))
                .toList();
    }

    private static MergeDrawing placed(
            List<List<Identifier>> columns, Set<Identifier> theirs, PersonGraph person, int leftOut) {
        List<Node> nodes = new ArrayList<>();
        Map<Identifier, Integer> positions = new HashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            for (int row = 0; row < columns.get(column).size(); row++) {
                Identifier identifier = columns.get(column).get(row);
                positions.put(identifier, nodes.size());
                Belongs belongs = theirs.contains(identifier) ? Belongs.TO_THE_PERSON : Belongs.TO_OTHERS;
                nodes.add(new Node(identifier, column, row, belongs));
            }
        }
        return new MergeDrawing(nodes, edges(nodes, positions, person), leftOut);
    }

    private static List<Edge> edges(List<Node> nodes, Map<Identifier, Integer> positions, PersonGraph person) {
        List<Edge> edges = new ArrayList<>();
        for (PersonGraph.PersonLink link : person.links()) {
            Integer user = positions.get(link.user());
            Integer identifier = positions.get(link.identifier());
            if (user != null && identifier != null) {
                boolean leftToRight =
                        nodes.get(user).column() <= nodes.get(identifier).column();
                edges.add(new Edge(leftToRight ? user : identifier, leftToRight ? identifier : user, NEAR, link));
            }
        }
        return edges.stream().map(edge -> labelled(edge, edges)).toList();
    }

    /// Near the end where fewer lines meet.
    private static Edge labelled(Edge edge, List<Edge> all) {
        long leaving = all.stream().filter(other -> other.from() == edge.from()).count();
        long arriving = all.stream().filter(other -> other.to() == edge.to()).count();
        return leaving > arriving ? new Edge(edge.from(), edge.to(), FAR, edge.link()) : edge;
    }

    /// The links of a node.
    List<PersonGraph.PersonLink> linksOf(Identifier identifier) {
        return edges.stream()
                .map(Edge::link)
                .filter(link ->
                        link.user().equals(identifier) || link.identifier().equals(identifier))
                .toList();
    }

    /// Whether too many share it, or it would have made the person too large.
    boolean isFlagged(Identifier identifier) {
        return edges.stream()
                .map(Edge::link)
                .anyMatch(link -> link.identifier().equals(identifier)
                        && (link.state() == LinkState.SHARED || link.state() == LinkState.REFUSED));
    }
}
