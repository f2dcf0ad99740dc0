package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.events.ColumnRole;
import app.attune.events.Mapping;
import app.attune.events.TimeSentences;
import app.attune.events.WrittenTimes;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeKind;
import app.attune.events.read.TimeSample;
import app.attune.ui.InWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How times are written: chosen or typed as a pattern, with what the first values are read as.
final class TimeBox extends VBox {
    private static final int SHOWN = 3;
    private static final int GAP = 4;
    private static final List<TimeFormat> USUAL = Stream.concat(
                    Stream.of(TimeKind.values())
                            .filter(kind -> kind != TimeKind.PATTERN)
                            .map(TimeFormat::of),
                    Stream.of(
                                    "dd.MM.yyyy HH:mm:ss",
                                    "dd.MM.yyyy HH:mm",
                                    "dd/MM/yyyy HH:mm",
                                    "MM/dd/yyyy HH:mm",
                                    "dd/MM/yyyy",
                                    "MM/dd/yyyy",
                                    "MM/dd/yyyy hh:mm a",
                                    "dd/MMM/yyyy HH:mm:ss",
                                    "yyyyMMdd")
                            .map(TimeFormat::ofPattern))
            .toList();

    private final Texts texts = Texts.of("events");
    private final ImportReading reading;
    private final ComboBox<String> time = new ComboBox<>();
    private final ComboBox<Optional<String>> clock = new ComboBox<>();
    private final ComboBox<String> zone = new ComboBox<>();
    private final Label wrong = OptionLabels.warning("");
    private final VBox samples = new VBox();
    private Optional<TimeFormat> shown = Optional.empty();
    private boolean filling;

    TimeBox(ImportViewModel model) {
        this.reading = model.reading();
        getStyleClass().add("section");
        wrong.setId("timeWrong");
        samples.setId("timeSamples");
        samples.setSpacing(GAP);
        prepareTime();
        prepareClock(model);
        prepareZone();
        getChildren()
                .addAll(
                        OptionLabels.title(texts.get("columns.time"), time),
                        time,
                        OptionLabels.caption(texts.get("columns.time.hint")),
                        wrong,
                        samples,
                        OptionLabels.title(texts.get("columns.clock"), clock),
                        clock,
                        OptionLabels.title(texts.get("columns.zone"), zone),
                        zone);
        reading.settingsProperty()
                .addListener(
                        (observed, before, now) -> now.ifPresentOrElse(this::show, () -> shown = Optional.empty()));
        say("");
    }

    private void prepareTime() {
        time.setId("time");
        time.setEditable(true);
        time.setAccessibleText(texts.get("columns.time"));
        time.setMaxWidth(Double.MAX_VALUE);
        time.getItems().setAll(USUAL.stream().map(TimeFormat::label).toList());
        time.getEditor().textProperty().addListener((observed, before, now) -> typed(now));
        time.valueProperty().addListener((observed, before, now) -> typed(now));
    }

    private void prepareClock(ImportViewModel model) {
        clock.setId("clock");
        clock.setAccessibleText(texts.get("columns.clock"));
        clock.setMaxWidth(Double.MAX_VALUE);
        clock.setConverter(InWords.of(this::clockName));
        clock.setButtonCell(new LongChoice<>(this::clockName));
        clock.valueProperty().addListener((observed, before, now) -> {
            if (!filling && now != null) {
                model.changeMapping(mapping -> reading.withTimes(clocked(mapping, now)));
            }
        });
    }

    private String clockName(Optional<String> column) {
        return column.orElseGet(() -> texts.get("columns.clock.none"));
    }

    /// With this column of times of day, or none.
    private static Mapping clocked(Mapping mapping, Optional<String> column) {
        return column.map(name -> mapping.withRole(name, ColumnRole.TIME_OF_DAY))
                .orElseGet(() -> mapping.columnOf(ColumnRole.TIME_OF_DAY)
                        .map(name -> mapping.withRole(name, ColumnRole.IGNORED))
                        .orElse(mapping));
    }

    private void prepareZone() {
        zone.setId("zone");
        zone.setAccessibleText(texts.get("columns.zone"));
        zone.setMaxWidth(Double.MAX_VALUE);
        zone.getItems().setAll(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.valueProperty().addListener((observed, before, now) -> {
            if (!filling && now != null) {
                reading.changeMapping(mapping -> mapping.withTime(mapping.time().withZone(now)));
            }
        });
    }

    private void typed(String text) {
        if (filling || text == null || reading.settingsProperty().get().isEmpty()) {
            return;
        }
        try {
            TimeFormat format = format(text.strip());
            shown = Optional.of(format);
            say("");
            reading.typeMapping(
                    mapping -> mapping.withTime(format.withZone(mapping.time().zone())));
        } catch (ProblemException e) {
            samples.getChildren().clear();
            say(words(e.problem()));
        }
    }

    private static String words(Problem problem) {
        return problem.message() + " " + problem.remedy();
    }

    private static TimeFormat format(String text) {
        return USUAL.stream()
                .filter(format -> format.label().equalsIgnoreCase(text))
                .findFirst()
                .orElseGet(() -> TimeFormat.ofPattern(text));
    }

    private void say(String sentence) {
        OptionLabels.say(wrong, sentence);
        reading.setUnusable(sentence);
    }

    /// Rows of users have times only if a column is chosen for them.
    private static boolean hasTimes(Mapping mapping) {
        return switch (mapping.rows()) {
            case EVENTS -> true;
            case USERS -> mapping.columnOf(ColumnRole.TIME).isPresent();
            case ITEMS -> false;
        };
    }

    /// What is typed stays while the settings have the format that was shown last, and times at all.
    private void show(ImportSettings settings) {
        filling = true;
        setVisible(hasTimes(settings.mapping()));
        TimeFormat format = settings.mapping().time().withZone("UTC");
        if (!isVisible() || !shown.equals(Optional.of(format))) {
            shown = Optional.of(format);
            time.setValue(format.label());
            time.getEditor().setText(format.label());
            samples.getChildren().clear();
            say(format.problem().map(TimeBox::words).orElse(""));
        }
        zone.setValue(settings.mapping().time().zone());
        showClock(settings);
        filling = false;
        if (wrong.getText().isEmpty()) {
            showSamples(settings);
        }
    }

    private void showClock(ImportSettings settings) {
        Optional<String> day = settings.mapping().columnOf(ColumnRole.TIME);
        List<Optional<String>> columns = Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        settings.preview().columnNames().stream()
                                .map(Optional::of)
                                .filter(column -> !column.equals(day)))
                .toList();
        if (!clock.getItems().equals(columns)) {
            clock.getItems().setAll(columns);
        }
        clock.setValue(settings.mapping().columnOf(ColumnRole.TIME_OF_DAY));
    }

    private void showSamples(ImportSettings settings) {
        List<String> values = WrittenTimes.first(settings.mapping(), settings.preview(), SHOWN);
        samples.getChildren()
                .setAll(TimeSample.of(settings.mapping().time(), values).stream()
                        .map(sample -> label(sample, settings.mapping().time().zone()))
                        .toList());
        TimeSentences.warning(settings.mapping(), settings.preview())
                .ifPresent(sentence -> samples.getChildren().add(warning(sentence)));
    }

    private static Label warning(String sentence) {
        Label label = OptionLabels.warning(sentence);
        label.getStyleClass().add("body-compact");
        return label;
    }

    private Label label(TimeSample sample, String zone) {
        Label label = sample.millis().isPresent()
                ? OptionLabels.good(texts.get(
                        "columns.time.read", sample.text(), told(sample.millis().getAsLong(), zone), zone))
                : warning(misfit(sample));
        label.getStyleClass().add("body-compact");
        return label;
    }

    private static String told(long millis, String zone) {
        return Numbers.second(Instant.ofEpochMilli(millis).atZone(ZoneId.of(zone)));
    }

    private String misfit(TimeSample sample) {
        return sample.rest().equals(sample.text())
                ? texts.get("columns.time.misfit.whole", sample.text())
                : texts.get("columns.time.misfit", sample.text(), sample.rest());
    }
}
