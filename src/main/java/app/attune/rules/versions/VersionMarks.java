package app.attune.rules.versions;

import app.attune.core.ProblemException;
import app.attune.rules.RuleService;
import app.attune.rules.VersionName;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Tags versions of the rules and keeps what reviewers say of them.
public final class VersionMarks {
    private static final int LONGEST = 2000;

    private final MarkStore store;
    private final RuleService rules;
    private final Clock clock;

    public VersionMarks(MarkStore store, RuleService rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /// By name.
    public List<RuleTag> tags() {
        return store.tags();
    }

    /// The version that a tag or a number names.
    ///
    /// @throws ProblemException `rules.unknown-version`
    public int version(String numberOrTag) {
        Optional<RuleTag> tag = store.tags().stream()
                .filter(one -> one.name().value().equals(numberOrTag))
                .findFirst();
        if (tag.isPresent()) {
            return tag.get().version();
        }
        if (!numberOrTag.matches("[0-9]{1,9}")) {
            throw ProblemException.of(
                    "rules.unknown-version",
                    "\"" + numberOrTag + "\" is neither the number of a version nor a tag.",
                    "attune rule DIR versions lists them.");
        }
        return rules.version(Integer.parseInt(numberOrTag)).version();
    }

    /// @throws ProblemException `rules.tag-exists` or `rules.unknown-version`
    public RuleTag tag(VersionName name, int version, String author) {
        if (name.value().matches("[0-9]+")) {
            throw ProblemException.of(
                    "rules.bad-name",
                    "\"" + name + "\" looks like the number of a version.",
                    "Choose a name with a letter, as in v" + name + ".");
        }
        RuleTag tag = new RuleTag(
                name, rules.version(version).version(), author, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.add(tag);
        return tag;
    }

    public void removeTag(VersionName name) {
        store.removeTag(name);
    }

    /// In the order they were said.
    public List<RuleReview> reviews() {
        return store.reviews();
    }

    /// @param comment possibly empty, unless changes are wanted
    /// @throws ProblemException `rules.unknown-version`, or `rules.no-comment` where changes are wanted without a word
    public RuleReview review(int version, RuleReview.Word word, String reviewer, String comment) {
        if (reviewer.isBlank()) {
            throw ProblemException.of("rules.no-reviewer", "A review names who reviewed.", "Give the reviewer's name.");
        }
        if (word == RuleReview.Word.CHANGES_WANTED && comment.isBlank()) {
            throw ProblemException.of(
                    "rules.no-comment",
                    "Nothing is said of what should change.",
                    "Say in a comment what should be different.");
        }
        if (comment.length() > LONGEST) {
            throw ProblemException.of(
                    "rules.long-comment",
                    "The comment has " + comment.length() + " letters; " + LONGEST + " are allowed.",
                    "Shorten it.");
        }
        RuleReview review = new RuleReview(
                rules.version(version).version(),
                word,
                reviewer.strip(),
                comment.strip(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.add(review);
        return review;
    }

    /// Which rules are approved.
    public RuleReviews approvals() {
        return RuleReviews.of(store.reviews(), version -> rules.find(version));
    }
}
