package app.attune.profiles;

import java.util.List;
import java.util.Map;

/// Who is who at one state of the data and the rules, and what is odd about it.
///
/// @param sources the names of what was imported, by the import's number
public record People(
        PersonMap persons, PersonSearch search, List<Contradiction> contradictions, Map<Long, String> sources) {
    public People {
        contradictions = List.copyOf(contradictions);
        sources = Map.copyOf(sources);
    }
}
