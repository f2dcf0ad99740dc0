package app.attune.recommend.ui;

import app.attune.recommend.Setting;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.Locale;
import java.util.OptionalDouble;

/// Settings of algorithms as they are read and typed in the window.
final class SettingWords {
    private SettingWords() {}

    static String label(Texts texts, Setting setting) {
        return texts.get("setting." + setting.name());
    }

    static String hint(Texts texts, Setting setting) {
        return texts.get("setting." + setting.name() + ".hint");
    }

    static String choice(Texts texts, Setting.Choice setting, String word) {
        return texts.get("setting." + setting.name() + "." + word);
    }

    /// Its usual value as somebody would type it.
    static String usual(Setting setting) {
        return setting.usual().replaceAll("\\.0$", "");
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
                texts.get("form.problem.amount", label(texts, setting), plain(amount.least()), plain(amount.most()));
            case Setting.Choice choice -> texts.get("form.problem.choice", label(texts, setting));
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Numbers.count((long) value) : String.format(Locale.ROOT, "%s", value);
    }
}
