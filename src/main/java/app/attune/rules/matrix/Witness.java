package app.attune.rules.matrix;

import java.util.ArrayList;
import java.util.List;

/// A user, and where it matters a request, for whom a statement was found to hold.
///
/// @param source where the user is from
/// @param facts  what is said of the user; the rest does not matter
public record Witness(Source source, List<Fact> facts) {
    /// Where a user is from.
    public enum Source {
        /// Made up, and asked by the evaluators of segments and of limits.
        CONSTRUCTED,
        /// One of the population.
        REAL
    }

    /// One thing about the user.
    public record Fact(String subject, String value) {}

    public Witness {
        facts = List.copyOf(facts);
    }

    /// A user of the population.
    ///
    /// @param request what is said of the request
    static Witness real(String id, List<Fact> request) {
        List<Fact> facts = new ArrayList<>(List.of(new Fact("user id", id)));
        facts.addAll(request);
        return new Witness(Source.REAL, facts);
    }

    /// "country is Germany, age is missing".
    public String words() {
        return facts.isEmpty()
                ? "any user"
                : String.join(
                        ", ",
                        facts.stream()
                                .map(fact -> fact.subject() + " is " + fact.value())
                                .toList());
    }
}
