package app.attune.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/// The colours of the window.
public enum Theme {
    /// Light or dark, as the desktop is set.
    SYSTEM,
    LIGHT,
    DARK,
    HIGH_CONTRAST;

    /// This theme with `SYSTEM` resolved; FX thread only.
    Theme resolved() {
        if (this != SYSTEM) {
            return this;
        }
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    String userAgentStylesheet() {
        return resolved() == LIGHT
                ? new PrimerLight().getUserAgentStylesheet()
                : new PrimerDark().getUserAgentStylesheet();
    }

    /// The kit's own colours over those of Primer.
    String colours() {
        return switch (resolved()) {
            case SYSTEM, LIGHT -> "light.css";
            case DARK -> "dark.css";
            case HIGH_CONTRAST -> "high-contrast.css";
        };
    }
}
