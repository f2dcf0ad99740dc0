package app.attune.prove;

import app.attune.decider.ServerProfile;
import java.nio.file.Path;
import java.util.List;

/// What is to be proved.
///
/// @param bundle     the bundle's folder
/// @param engines    where engines are installed
/// @param names      of the engines to ask; empty for all whose target the bundle has
/// @param generated  how many cases to draw
/// @param population profiles besides those of the golden decisions
public record ProofRequest(
        Path bundle, Path engines, List<String> names, int generated, long seed, List<ServerProfile> population) {
    public ProofRequest {
        names = List.copyOf(names);
        population = List.copyOf(population);
        if (generated < 0 || generated > 5_000_000) {
            throw new IllegalArgumentException("The number of cases is from 0 to 5,000,000, not " + generated);
        }
    }
}
