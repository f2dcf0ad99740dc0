package app.attune.recommend.rerank;

import java.math.BigDecimal;

/// Steps in words.
final class StepWords {
    private StepWords() {}

    static String of(Step step) {
        return switch (step) {
            case Step.Only only ->
                "only " + only.attribute() + " " + only.test().sign() + " " + only.value()
                        + (only.missing() == Step.Missing.IN ? " or missing" : "");
            case Step.Popularity popularity -> "popularity " + number(popularity.weight());
            case Step.Calibration calibration ->
                "calibration " + number(calibration.weight())
                        + (calibration.attribute().isEmpty() ? "" : " by " + calibration.attribute());
            case Step.Diversity diversity -> "diversity " + number(diversity.weight()) + by(diversity.by());
            case Step.AtMost most ->
                "at most " + most.most()
                        + (most.value().isEmpty()
                                ? " per " + most.attribute()
                                : " of " + most.attribute() + " " + most.value());
            case Step.AtLeast least -> "at least " + least.least() + " of " + least.attribute() + " " + least.value();
            case Step.Share share ->
                "a share of " + number(share.share()) + " of " + share.attribute() + " " + share.value();
        };
    }

    private static String by(String by) {
        return by.equals(Step.Diversity.USERS) ? "" : " by " + by;
    }

    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
