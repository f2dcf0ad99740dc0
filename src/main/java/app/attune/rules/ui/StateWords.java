package app.attune.rules.ui;

import app.attune.rules.HitPolicy;
import app.attune.rules.RulePolicy;
import app.attune.ui.Texts;

/// Says in a line how the rules stand: saved or not, how they act, and what is wrong.
final class StateWords {
    private StateWords() {}

    static String of(RulesViewModel model, Texts texts) {
        RulePolicy policy = model.program().policy();
        String hit =
                policy.hitPolicy() == HitPolicy.RULE_ORDER ? "" : texts.get("rules.hit.state." + policy.hitPolicy());
        long failed = model.tests().failed();
        String tests = failed == 0 ? "" : texts.get("rules.tests-fail", failed);
        String off = policy.isSwitchedOff() ? texts.get("rules.switched-off") : "";
        return model.saving().stateProperty().get() + hit + tests + off;
    }
}
