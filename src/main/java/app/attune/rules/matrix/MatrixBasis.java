package app.attune.rules.matrix;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.rules.RuleBasis;
import java.time.Instant;

/// What a matrix is made of besides the rules: what rules are judged against, and the people at that time.
public record MatrixBasis(RuleBasis rules, Population population, Instant asOf) {
    /// Whose position it is.
    public String id(int userIdx) {
        return population.events().users().text(userIdx);
    }

    /// Gathers it from the workspace as it stands.
    @FunctionalInterface
    public interface Source {
        MatrixBasis load(Progress progress);
    }
}
