package app.attune.rules.versions;

import app.attune.core.ProblemException;
import app.attune.rules.VersionName;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps tags and reviews in memory. Thread-safe.
public final class FakeMarkStore implements MarkStore {
    private final List<RuleTag> tags = new CopyOnWriteArrayList<>();
    private final List<RuleReview> reviews = new CopyOnWriteArrayList<>();

    @Override
    public List<RuleTag> tags() {
        return List.copyOf(tags);
    }

    @Override
    public void add(RuleTag tag) {
        if (tags.stream().anyMatch(known -> known.name().equals(tag.name()))) {
            throw ProblemException.of("rules.tag-exists", "There is one already.", "Choose another name.");
        }
        tags.add(tag);
    }

    @Override
    public void removeTag(VersionName name) {
        tags.removeIf(tag -> tag.name().equals(name));
    }

    @Override
    public List<RuleReview> reviews() {
        return List.copyOf(reviews);
    }

    @Override
    public void add(RuleReview review) {
        reviews.add(review);
    }
}
