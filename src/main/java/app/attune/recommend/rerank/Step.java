package app.attune.recommend.rerank;

import app.attune.core.Require;
import java.util.OptionalDouble;

/// One thing that a re-ranking does to a list. Strengths lie between 0, which changes nothing, and 1.
public sealed interface Step {
    /// Its stable name in files, such as `diversity`.
    String code();

    /// What it does, in few words, such as "diversity 0.3".
    default String words() {
        return StepWords.of(this);
    }

    /// Empty for conditions and limits.
    default OptionalDouble strength() {
        return switch (this) {
            case Popularity step -> OptionalDouble.of(step.weight());
            case Calibration step -> OptionalDouble.of(step.weight());
            case Diversity step -> OptionalDouble.of(step.weight());
            case Only ignored -> OptionalDouble.empty();
            case Limit ignored -> OptionalDouble.empty();
        };
    }

    /// The same with another strength; conditions and limits stay as they are.
    default Step withStrength(double other) {
        return switch (this) {
            case Popularity ignored -> new Popularity(other);
            case Calibration step -> new Calibration(other, step.attribute());
            case Diversity step -> new Diversity(other, step.by());
            case Only step -> step;
            case Limit step -> step;
        };
    }

    /// Only items that meet a condition on an attribute of the catalogue.
    ///
    /// @param missing whether items without the attribute stay
    record Only(String attribute, Test test, String value, Missing missing) implements Step {
        public Only {
            Require.notBlank(attribute, "The attribute of a condition");
            Require.notBlank(value, "The value of a condition");
        }

        @Override
        public String code() {
            return "only";
        }
    }

    /// How a condition compares; texts with = and != alone.
    enum Test {
        EQUAL("="),
        OTHER("!="),
        ABOVE(">"),
        AT_LEAST(">="),
        BELOW("<"),
        AT_MOST("<=");

        private final String sign;

        Test(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /// What becomes of items without the attribute.
    enum Missing {
        OUT,
        IN
    }

    /// Takes a weight times how popular an item is from its relevance.
    ///
    /// The post-hoc logit adjustment, score minus tau log prior, on scores scaled to 0 to 1. Source: Menon, Jayasumana,
    /// Rawat, Jain, Veit, Kumar, "Long-tail learning via logit adjustment", ICLR 2021, section 4.1.
    record Popularity(double weight) implements Step {
        public Popularity {
            requireShare(weight);
        }

        @Override
        public String code() {
            return "popularity";
        }
    }

    /// Brings the mix of kinds in a list to that of what the user did.
    ///
    /// Source: Steck, "Calibrated recommendations", RecSys 2018, equations 4 to 6, greedily, alpha 0.01.
    ///
    /// @param attribute the kinds; empty text for that of the evaluation, such as the category
    record Calibration(double weight, String attribute) implements Step {
        public Calibration {
            requireShare(weight);
        }

        @Override
        public String code() {
            return "calibration";
        }
    }

    /// Maximal marginal relevance: items unlike those before them come sooner.
    ///
    /// Source: Carbonell and Goldstein, "The use of MMR, diversity-based reranking for reordering documents and
    /// producing summaries", SIGIR 1998; the weight here is 1 minus their lambda.
    ///
    /// @param by [#USERS] by who took them, [#ATTRIBUTES] by all attributes and words, or one attribute's name
    record Diversity(double weight, String by) implements Step {
        public static final String USERS = "users";
        public static final String ATTRIBUTES = "attributes";

        public Diversity {
            requireShare(weight);
            Require.notBlank(by, "What diversity goes by");
        }

        @Override
        public String code() {
            return "diversity";
        }
    }

    /// How many items of a group a list has.
    sealed interface Limit extends Step {
        String attribute();
    }

    /// At most so many items with the same value of an attribute; items without one are not limited.
    ///
    /// @param value the one that is limited; empty text for each of them
    record AtMost(int most, String attribute, String value) implements Limit {
        public AtMost {
            Require.that(most >= 1 && most <= Reranking.MOST, "At most 1 to 1,000 items, not " + most);
            Require.notBlank(attribute, "The attribute of a limit");
        }

        @Override
        public String code() {
            return "at-most";
        }
    }

    /// At least so many items with a value.
    record AtLeast(int least, String attribute, String value) implements Limit {
        public AtLeast {
            Require.that(least >= 1 && least <= Reranking.MOST, "At least 1 to 1,000 items, not " + least);
            Require.notBlank(attribute, "The attribute of a limit");
            Require.notBlank(value, "The value of a limit");
        }

        @Override
        public String code() {
            return "at-least";
        }
    }

    /// In every beginning of the list as many items with a value as a fair draw with this share would hardly ever fall
    /// short of: at each length i the smallest count whose binomial distribution function is above the significance.
    ///
    /// Not corrected for looking at every length. Source: Zehlike, Bonchi, Castillo, Hajian, Megahed, Baeza-Yates,
    /// "FA*IR: A Fair Top-k Ranking Algorithm", CIKM 2017, section 3.
    record Share(double share, double significance, String attribute, String value) implements Limit {
        public static final double SIGNIFICANCE = 0.1;

        public Share {
            Require.that(share > 0 && share < 1, "A share lies between 0 and 1, both left out");
            Require.that(significance > 0 && significance < 1, "A significance lies between 0 and 1");
            Require.notBlank(attribute, "The attribute of a limit");
            Require.notBlank(value, "The value of a limit");
        }

        @Override
        public String code() {
            return "share";
        }
    }

    private static void requireShare(double weight) {
        Require.that(weight >= 0 && weight <= 1, "A strength lies between 0 and 1, not " + weight);
    }
}
