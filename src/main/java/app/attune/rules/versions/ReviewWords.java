package app.attune.rules.versions;

import java.util.List;
import java.util.Optional;

/// Reviews in words.
public final class ReviewWords {
    private ReviewWords() {}

    /// "approved by Ada: as agreed".
    public static String of(RuleReview review) {
        String word = switch (review.word()) {
            case ASKED -> "review asked by ";
            case APPROVED -> "approved by ";
            case CHANGES_WANTED -> "changes wanted by ";
        };
        return word + review.reviewer() + (review.comment().isEmpty() ? "" : ": " + review.comment());
    }

    /// The last word on a version.
    public static Optional<String> newest(int version, List<RuleReview> reviews) {
        return reviews.reversed().stream()
                .filter(review -> review.version() == version)
                .findFirst()
                .map(ReviewWords::of);
    }
}
