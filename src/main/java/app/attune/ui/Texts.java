package app.attune.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of one feature, from `i18n/FEATURE.properties`. Patterns are those of [MessageFormat]: an apostrophe is
/// written twice where a text takes arguments.
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    public static Texts of(String feature) {
        return new Texts(ResourceBundle.getBundle("i18n/" + feature, Locale.ENGLISH));
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    public String get(String key) {
        return bundle.getString(key);
    }

    /// With `{0}`, `{1}` ... filled in. Numbers are grouped; pass text where they must not be.
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(arguments);
    }
}
