package app.attune.profiles;

import app.attune.events.IdentifierLinks;
import app.attune.events.KindLinks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How one person came to be: the identifiers and what links them, left-out links included.
///
/// @param users the ids of users who are this person, in the order of the log
public record PersonGraph(
        int person, String name, List<String> users, List<Identifier> identifiers, List<PersonLink> links) {
    /// One link between a user and an identifier.
    ///
    /// @param kind  of the identifier, whose rule links
    /// @param rows  that show it
    /// @param since when an event first shows it; empty if only rows about users do
    /// @param place where it was read first
    public record PersonLink(
            Identifier user,
            Identifier identifier,
            LinkState state,
            String kind,
            int rows,
            Optional<Instant> since,
            IdentifierLinks.Place place) {
        public IdentifierPair pair() {
            return new IdentifierPair(user, identifier);
        }
    }

    public PersonGraph {
        users = List.copyOf(users);
        identifiers = List.copyOf(identifiers);
        links = List.copyOf(links);
    }

    static PersonGraph of(IdentityGraph graph, PersonMap persons, LinkState[] states, int person) {
        BitSet nodes = new BitSet();
        List<String> users = new ArrayList<>();
        for (int user : persons.users(person)) {
            nodes.set(user);
            users.add(graph.text(user));
        }
        Set<Identifier> identifiers = new TreeSet<>();
        nodes.stream().forEach(node -> identifiers.add(graph.identifier(node)));
        List<PersonLink> links = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            IdentityGraph.Edge edge = graph.inOrder().get(i);
            boolean ours = nodes.get(edge.user()) || (graph.isUser(edge.value()) && nodes.get(edge.value()));
            if (ours) {
                links.add(link(graph, edge, states[i]));
                if (states[i] == LinkState.LINKS) {
                    identifiers.add(graph.identifier(edge.value()));
                }
            }
        }
        return new PersonGraph(person, persons.name(person), users, List.copyOf(identifiers), links);
    }

    private static PersonLink link(IdentityGraph graph, IdentityGraph.Edge edge, LinkState state) {
        Optional<Instant> since = edge.firstMillis() == KindLinks.NO_TIME
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(edge.firstMillis()));
        return new PersonLink(
                graph.identifier(edge.user()),
                graph.identifier(edge.value()),
                state,
                edge.links().kind(),
                edge.links().rows(edge.link()),
                since,
                graph.links().place(edge.links(), edge.link()));
    }
}
