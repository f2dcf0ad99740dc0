package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.events.quality.Lateness;
import app.attune.events.sessions.SessionFile;
import app.attune.events.sessions.SessionReport;
import app.attune.events.sessions.SessionRules;
import app.attune.events.sessions.SessionService;
import app.attune.ui.Action;
import app.attune.ui.Dialogs;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.chart.ChartView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// What a session is, and how long they are.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class SessionsView implements QualityPage {
    private static final double SECONDS_A_MINUTE = 60;

    @FXML
    private Label sentence;

    @FXML
    private TextField gap;

    @FXML
    private CheckBox recorded;

    @FXML
    private Button setSessions;

    @FXML
    private Button saveSessions;

    @FXML
    private MessageBar messages;

    @FXML
    private ChartView lengths;

    private final Texts texts = Texts.of("events");
    private final DataContext context;
    private final SessionService service;
    private final Lookup<SessionReport> report;
    private final Lookup<SessionRules> kept;
    private final Lookup<Path> saved;
    private final Parent root;
    private final List<Action> actions;

    SessionsView(DataContext context) {
        this.context = context;
        this.service = context.desk().sessions();
        this.report = new Lookup<>(context.tasks(), texts.get("sessions.finding"));
        this.kept = new Lookup<>(context.tasks(), texts.get("sessions.setting"));
        this.saved = new Lookup<>(context.tasks(), texts.get("sessions.saving"));
        this.root = Views.load(this);
        lengths.useDialogs(context.dialogs());
        report.valueProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        kept.valueProperty().addListener((observed, before, now) -> now.ifPresent(rules -> shown()));
        saved.valueProperty()
                .addListener((observed, before, now) ->
                        now.ifPresent(file -> messages.say(texts.get("sessions.saved", file.getFileName()))));
        List.of(report.problems(), kept.problems(), saved.problems())
                .forEach(problems -> problems.addListener(
                        (ListChangeListener<Problem>) change -> messages.show(List.copyOf(problems))));
        gap.setOnAction(event -> set());
        Action set = Action.of("quality.sessions.set", texts.get("sessions.action.set"), this::set);
        Action save = Action.of("quality.sessions.save", texts.get("sessions.action.save"), this::save);
        set.attachTo(setSessions);
        save.attachTo(saveSessions);
        this.actions = List.of(set, save);
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public void shown() {
        report.run(service::report);
    }

    private void set() {
        try {
            long seconds = Math.round(
                    SECONDS_A_MINUTE * Double.parseDouble(gap.getText().strip()));
            SessionRules.Ids ids = recorded.isSelected() ? SessionRules.Ids.RECORDED : SessionRules.Ids.IGNORED;
            SessionRules wanted = new SessionRules(Duration.ofSeconds(seconds), ids);
            kept.run(progress -> {
                service.save(wanted);
                return wanted;
            });
        } catch (IllegalArgumentException e) {
            report.failed(new Problem(
                    "sessions.bad-gap",
                    texts.get("sessions.bad-gap", gap.getText()),
                    texts.get("sessions.bad-gap.remedy")));
        }
    }

    private void save() {
        Dialogs.FileKind kind = new Dialogs.FileKind(texts.get("data.export.kind"), List.of("*.csv"));
        context.dialogs()
                .saveFile(texts.get("sessions.action.save"), kind, texts.get("sessions.file"))
                .ifPresent(file -> saved.run(progress -> {
                    SessionFile.write(service.report(progress), file, progress);
                    return file;
                }));
    }

    private void show(SessionReport found) {
        SessionRules rules = found.sessions().rules();
        double minutes = rules.gap().toSeconds() / SECONDS_A_MINUTE;
        gap.setText(minutes == Math.rint(minutes) ? String.valueOf(Math.round(minutes)) : String.valueOf(minutes));
        recorded.setSelected(rules.ids() == SessionRules.Ids.RECORDED);
        sentence.setText(texts.get(
                "sessions.sentence",
                Numbers.count(found.sessions().size()),
                Numbers.count(found.users()),
                String.format(java.util.Locale.ENGLISH, "%.2f", found.perUser()),
                Lateness.words(found.typical()),
                Numbers.count(found.pageViews())));
        lengths.show(found.chart());
    }
}
