package app.attune.workbench;

import app.attune.ui.Appearance;
import app.attune.ui.Density;
import app.attune.ui.Destination;
import app.attune.ui.Screen;
import app.attune.ui.Texts;
import app.attune.ui.Theme;
import app.attune.ui.Views;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;

/// Settings of the window; each takes effect at once.
@SuppressWarnings("NullAway.Init") // filled from FXML
final class SettingsView implements Screen {
    @FXML
    private RadioButton themeSystem;

    @FXML
    private RadioButton themeLight;

    @FXML
    private RadioButton themeDark;

    @FXML
    private RadioButton themeHighContrast;

    @FXML
    private RadioButton densityComfortable;

    @FXML
    private RadioButton densityCompact;

    @FXML
    private Slider textSize;

    @FXML
    private Label textSizeValue;

    private final Texts texts = Texts.of("workbench");
    private final Session session;
    private final Parent root;

    SettingsView(Session session) {
        this.session = session;
        this.root = Views.load(this);
    }

    @Override
    public String id() {
        return Destination.SETTINGS;
    }

    @Override
    public String title() {
        return texts.get("room.settings");
    }

    @Override
    public Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        themes().forEach(button ->
                chosen(button, () -> look(now -> now.withTheme(Theme.valueOf((String) button.getUserData())))));
        densities()
                .forEach(button -> chosen(
                        button, () -> look(now -> now.withDensity(Density.valueOf((String) button.getUserData())))));
        textSize.setMin(Appearance.SMALLEST_TEXT);
        textSize.setMax(Appearance.LARGEST_TEXT);
        textSize.valueProperty().addListener((observed, before, now) -> {
            if (!textSize.isValueChanging()) {
                look(appearance -> appearance.withText((int) Math.round(now.doubleValue() / 10) * 10));
            }
        });
        textSize.valueChangingProperty().addListener((observed, before, now) -> {
            if (!now) {
                look(appearance -> appearance.withText((int) Math.round(textSize.getValue() / 10) * 10));
            }
        });
        session.settingsProperty().addListener((observed, before, now) -> follow());
        follow();
    }

    /// By mouse or by arrow keys: those select without an action.
    private static void chosen(RadioButton button, Runnable work) {
        button.selectedProperty().addListener((observed, before, now) -> {
            if (now) {
                work.run();
            }
        });
    }

    @FXML
    private void reset() {
        session.look(Appearance.initial());
    }

    private List<RadioButton> themes() {
        return List.of(themeSystem, themeLight, themeDark, themeHighContrast);
    }

    private List<RadioButton> densities() {
        return List.of(densityComfortable, densityCompact);
    }

    private void look(UnaryOperator<Appearance> change) {
        session.look(change.apply(session.settingsProperty().get().appearance()));
    }

    private void follow() {
        Appearance now = session.settingsProperty().get().appearance();
        themes().forEach(button -> button.setSelected(now.theme().name().equals(button.getUserData())));
        densities().forEach(button -> button.setSelected(now.density().name().equals(button.getUserData())));
        textSize.setValue(now.textPercent());
        textSizeValue.setText(texts.get("settings.percent", now.textPercent()));
    }
}
