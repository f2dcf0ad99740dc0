package app.attune.recommend.tune;

import app.attune.core.Require;
import app.attune.recommend.Setting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// One setting as a search sees it: its values spread over places from 0 to 1.
public sealed interface Axis {
    Setting setting();

    /// The value at a place from 0 to 1, in the setting's canonical form.
    String at(double place);

    /// Where a value lies, from 0 to 1; one outside is at the nearer end.
    double place(String value);

    /// As in "lambda 3 to 30,000 by its logarithm".
    String words();

    default String name() {
        return setting().name();
    }

    /// How values are spread over the places.
    enum Scale {
        /// Evenly.
        LINEAR(""),
        /// By their logarithm: halving and doubling are steps of one size. For values above 0.
        LOG(" by its logarithm"),
        /// By the logarithm of one more than them, so that 0 is one of them.
        LOG_OF_NEXT(" by the logarithm of one more");

        private final String words;

        Scale(String words) {
            this.words = words;
        }

        double value(double low, double high, double place) {
            return switch (this) {
                case LINEAR -> low + place * (high - low);
                case LOG -> low * Math.pow(high / low, place);
                case LOG_OF_NEXT -> Math.expm1(Math.log1p(low) + place * (Math.log1p(high) - Math.log1p(low)));
            };
        }

        double place(double low, double high, double value) {
            return switch (this) {
                case LINEAR -> (value - low) / (high - low);
                case LOG -> Math.log(value / low) / Math.log(high / low);
                case LOG_OF_NEXT -> (Math.log1p(value) - Math.log1p(low)) / (Math.log1p(high) - Math.log1p(low));
            };
        }
    }

    /// Numbers from `low` to `high`; whole numbers where the setting is one, others with three digits that count.
    record Range(Setting setting, double low, double high, Scale scale) implements Axis {
        private static final MathContext DIGITS = new MathContext(3);

        public Range {
            Require.that(low < high, setting.name() + ": a range goes from a lower to a higher number");
            Require.that(scale != Scale.LOG || low > 0, setting.name() + ": only numbers above 0 have a logarithm");
        }

        @Override
        public String at(double place) {
            double value = scale.value(low, high, Math.clamp(place, 0, 1));
            double shown = setting instanceof Setting.Whole
                    ? Math.rint(value)
                    : new BigDecimal(value).round(DIGITS).doubleValue();
            return setting.canonical(Double.toString(Math.clamp(shown, low, high)));
        }

        @Override
        public double place(String value) {
            return scale.place(low, high, Math.clamp(Double.parseDouble(value), low, high));
        }

        @Override
        public String words() {
            return setting.name() + " " + plain(low) + " to " + plain(high) + scale.words;
        }

        private static String plain(double value) {
            return value == Math.rint(value)
                    ? String.format(Locale.ROOT, "%,.0f", value)
                    : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }

    /// One of the words of a choice, each with an equal part of the places.
    record Words(Setting.Choice setting) implements Axis {
        int size() {
            return setting.words().size();
        }

        int index(double place) {
            return Math.clamp((int) (place * size()), 0, size() - 1);
        }

        @Override
        public String at(double place) {
            return setting.words().get(index(place));
        }

        @Override
        public double place(String value) {
            return (setting.words().indexOf(value) + 0.5) / size();
        }

        @Override
        public String words() {
            return setting.name() + " one of " + String.join(", ", setting.words());
        }
    }
}
