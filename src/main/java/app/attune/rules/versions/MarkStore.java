package app.attune.rules.versions;

import app.attune.rules.VersionName;
import java.util.List;

/// Keeps what is said of versions.
public interface MarkStore {
    /// By name.
    List<RuleTag> tags();

    /// @throws app.attune.core.ProblemException `rules.tag-exists`
    void add(RuleTag tag);

    /// Does nothing where there is no such tag.
    void removeTag(VersionName name);

    /// In the order they were said.
    List<RuleReview> reviews();

    void add(RuleReview review);
}
