package app.attune.rules.ui;

import app.attune.rules.HitPolicy;
import app.attune.rules.Holdout;
import app.attune.rules.ListLimit;
import app.attune.rules.RulePolicy;
import app.attune.ui.InWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// What holds for all rules: which of them act, the kill switch and who is held out.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class RulePolicyView {
    @FXML
    private ComboBox<HitPolicy> hitPolicy;

    @FXML
    private Label hitHint;

    @FXML
    private CheckBox killSwitch;

    @FXML
    private VBox holdoutBox;

    @FXML
    private TextField holdoutSalt;

    @FXML
    private Label heldOut;

    @FXML
    private VBox limitsBox;

    @FXML
    private VBox schedulesBox;

    private final RulesViewModel model;
    private final Texts texts = Texts.of("rules");
    private final PercentField percent;
    private final LimitsEditor limits;
    private final ScheduleBars schedules = new ScheduleBars();
    private final Parent root;
    private boolean showing;

    RulePolicyView(RulesViewModel model) {
        this.model = model;
        this.percent = new PercentField(
                "holdout",
                texts.get("rules.holdout"),
                texts,
                value -> holdout(new Holdout(value, policy().holdout().salt())));
        this.limits = new LimitsEditor(model::basis, this::limit);
        this.root = Views.load(this);
        limitsBox.getChildren().add(limits);
        schedulesBox.getChildren().add(schedules);
        holdoutBox.getChildren().add(percent);
        holdoutSalt.setPromptText(Holdout.SALT);
        holdoutSalt
                .textProperty()
                .addListener((observed, before, now) ->
                        holdout(new Holdout(policy().holdout().percent(), now.strip())));
        hitPolicy.setConverter(InWords.of(policy -> texts.get("rules.hit." + policy)));
        hitPolicy.getItems().setAll(HitPolicy.values());
        hitPolicy.valueProperty().addListener((observed, before, now) -> hit(now));
        killSwitch.selectedProperty().addListener((observed, before, now) -> kill(now));
        model.history().valueProperty().addListener(observed -> show());
        model.heldOutProperty().addListener(observed -> show());
        show();
    }

    Parent root() {
        return root;
    }

    private RulePolicy policy() {
        return model.program().policy();
    }

    private void hit(HitPolicy wanted) {
        if (!showing && wanted != policy().hitPolicy()) {
            model.changePolicy(texts.get("rules.step.hit"), policy -> policy.withHitPolicy(wanted));
        }
    }

    private void kill(boolean pulled) {
        if (!showing) {
            RulePolicy.KillSwitch wanted = pulled ? RulePolicy.KillSwitch.PULLED : RulePolicy.KillSwitch.RELEASED;
            model.changePolicy(texts.get("rules.step.kill-switch"), policy -> policy.withKillSwitch(wanted));
        }
    }

    private void limit(List<ListLimit> wanted) {
        if (!wanted.equals(policy().listLimits())) {
            model.changePolicy(texts.get("rules.step.limits"), policy -> policy.withListLimits(wanted));
        }
    }

    private void holdout(Holdout wanted) {
        if (!showing && !wanted.equals(policy().holdout())) {
            model.changePolicy(texts.get("rules.step.holdout"), policy -> policy.withHoldout(wanted));
        }
    }

    private void show() {
        showing = true;
        RulePolicy policy = policy();
        hitPolicy.setValue(policy.hitPolicy());
        hitHint.setText(texts.get("rules.hit.hint." + policy.hitPolicy()));
        limits.show(policy.listLimits());
        schedules.show(model.rules(), model.basis().at());
        killSwitch.setSelected(policy.isSwitchedOff());
        percent.show(policy.holdout().percent());
        if (!holdoutSalt.getText().strip().equals(policy.holdout().salt())) {
            holdoutSalt.setText(policy.holdout().salt());
        }
        int users = model.heldOutProperty().get();
        int all = model.basis().users().getCardinality();
        heldOut.setText(texts.get("rules.held-out", Numbers.count(users), Numbers.count(all)));
        showing = false;
    }
}
