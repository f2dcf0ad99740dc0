package app.attune.recommend.ui;

import app.attune.recommend.Algorithm;
import app.attune.recommend.Setting;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/// Settings of algorithms as they are read and typed in the window.
final class SettingWords {
    private static final double TINY = 0.001;

    private SettingWords() {}

    static String label(Texts texts, Setting setting) {
        return texts.get("setting." + setting.name());
    }

    /// What an algorithm does, in a sentence; empty if there is none.
    static String about(Texts texts, Algorithm algorithm) {
        return found(texts, "form.algorithm." + algorithm.name() + ".about");
    }

    /// What a setting may be and what it does; an algorithm may have words of its own for that.
    static String hint(Texts texts, Algorithm algorithm, Setting setting) {
        String key = "setting." + setting.name() + ".hint";
        String own = found(texts, key + "." + algorithm.name());
        return range(texts, setting) + (own.isEmpty() ? texts.get(key) : own);
    }

    private static String found(Texts texts, String key) {
        return texts.bundle().containsKey(key) ? texts.get(key) : "";
    }

    private static String range(Texts texts, Setting setting) {
        return switch (setting) {
            case Setting.Whole whole -> range(texts, whole.least(), whole.most(), whole.usualNumber());
            case Setting.Amount amount -> range(texts, amount.least(), amount.most(), amount.usualNumber());
            case Setting.Choice ignored -> "";
        };
    }

    private static String range(Texts texts, double least, double most, double usual) {
        String key = isTiny(least) ? "setting.range.above" : "setting.range";
        return texts.get(key, plain(least), plain(most), plain(usual)) + " ";
    }

    /// So small that it stands for nothing but "not 0".
    private static boolean isTiny(double least) {
        return least > 0 && least < TINY;
    }

    /// A setting of a trained model with its value, as in "Neighbours per item: 50"; its names where it is not known.
    static String value(Texts texts, String name, String value) {
        String label = found(texts, "setting." + name);
        String word = found(texts, "setting." + name + "." + value);
        String shown = word.isEmpty() ? value.replaceAll("\\.0$", "") : word;
        return (label.isEmpty() ? name : label) + ": " + shown;
    }

    static String choice(Texts texts, Setting.Choice setting, String word) {
        return texts.get("setting." + setting.name() + "." + word);
    }

    /// Its usual value as somebody would type it.
    static String usual(Setting setting) {
        return typed(setting.usual());
    }

    /// A value in its canonical form as somebody would type it.
    static String typed(String canonical) {
        return canonical.matches("[0-9].*")
                ? new BigDecimal(canonical).stripTrailingZeros().toPlainString()
                : canonical;
    }

    static boolean isValid(Setting setting, String typed) {
        try {
            return !setting.canonical(plain(setting, typed)).isEmpty();
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /// What was typed as a setting reads it.
    static String plain(Setting setting, String typed) {
        if (setting instanceof Setting.Choice) {
            return typed;
        }
        OptionalDouble number = TypeWeight.number(typed);
        return number.isPresent() ? Double.toString(number.getAsDouble()) : typed;
    }

    static String problem(Texts texts, Setting setting) {
        return switch (setting) {
            case Setting.Whole whole ->
                texts.get(
                        "form.problem.whole",
                        label(texts, setting),
                        Numbers.count(whole.least()),
                        Numbers.count(whole.most()));
            case Setting.Amount amount ->
                texts.get(
                        isTiny(amount.least()) ? "form.problem.amount.above" : "form.problem.amount",
                        label(texts, setting),
                        plain(amount.least()),
                        plain(amount.most()));
            case Setting.Choice choice -> texts.get("form.problem.choice", label(texts, setting));
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? Numbers.count((long) value)
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
