package app.attune.cli;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.compare.CompareService;
import app.attune.segments.compare.DropOff;
import app.attune.segments.compare.DropOffWords;
import app.attune.segments.compare.FigureWords;
import app.attune.segments.compare.Flows;
import app.attune.segments.compare.KeyFigures;
import app.attune.segments.compare.KeyFigures.Measure;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the users of segments did, and who entered and left.
record SegmentFigures(Services services, Progress progress, Instant asOf) {
    private static final int DAYS = 30;
    private static final int WEEK = 7;
    private static final int WEEKS = 8;
    private static final int[] FIGURES = {30, 10, 24, 30, 24};
    private static final int[] DROP_OFF = {5, 10, 11, 10};
    private static final int[] FLOWS = {28, 10, 10, 22, 10, 10};

    /// @param first empty for all segments
    Report kpi(Optional<String> first, List<String> others) {
        List<SegmentDefinition> wanted = first.isEmpty()
                ? services.segments().list()
                : Stream.concat(first.stream(), others.stream())
                        .map(Words::segment)
                        .map(services.segments()::require)
                        .toList();
        KeyFigures figures = compare()
                .keyFigures(
                        wanted.stream().map(SegmentDraft::of).toList(), new CompareService.Span(asOf, DAYS), progress);
        List<String> lines = new ArrayList<>(List.of(FigureWords.sentence(figures), ""));
        lines.add(Words.columns(
                FIGURES, "Last " + DAYS + " days", "users", "conversion", "revenue a user", "events a user"));
        ArrayNode array = Json.mapper().createArrayNode();
        for (KeyFigures.Row row : figures.rows()) {
            lines.add(Words.columns(
                    FIGURES,
                    row.name(),
                    Words.number(row.users()),
                    FigureWords.cell(row, Measure.CONVERSION),
                    FigureWords.cell(row, Measure.REVENUE),
                    FigureWords.cell(row, Measure.EVENTS)));
            array.add(json(row));
        }
        lines.add("");
        lines.add(FigureWords.caution(figures));
        lines.add("As of " + asOf + ".");
        return Report.of(lines, array);
    }

    private static ObjectNode json(KeyFigures.Row row) {
        ObjectNode node =
                Json.mapper().createObjectNode().put("name", row.name()).put("users", row.users());
        row.figures()
                .forEach(figure -> node.putObject(figure.measure().name().toLowerCase(Locale.ROOT))
                        .put("value", figure.value().estimate())
                        .put("low", figure.value().low())
                        .put("high", figure.value().high()));
        return node;
    }

    Report flows(SegmentId id) {
        Flows flows = compare()
                .flows(
                        SegmentDraft.of(services.segments().require(id)),
                        new CompareService.Span(asOf, WEEK),
                        WEEKS,
                        progress);
        List<String> lines = new ArrayList<>(List.of(FigureWords.sentence(flows), ""));
        lines.add(Words.columns(FLOWS, "Until", "before", "left", "entered (new)", "stayed", "after"));
        ArrayNode array = Json.mapper().createArrayNode();
        for (Flows.Period one : flows.periods()) {
            lines.add(Words.columns(
                    FLOWS,
                    one.to(),
                    Words.number(one.before()),
                    Words.number(one.left()),
                    Words.number(one.entered()) + " (" + Words.number(one.fresh()) + ")",
                    Words.number(one.stayed()),
                    Words.number(one.after())));
            array.add(json(one));
        }
        return Report.of(lines, array);
    }

    private static ObjectNode json(Flows.Period one) {
        return Json.mapper()
                .createObjectNode()
                .put("from", one.from().toString())
                .put("to", one.to().toString())
                .put("before", one.before())
                .put("left", one.left())
                .put("stayed", one.stayed())
                .put("entered", one.entered())
                .put("new", one.fresh())
                .put("after", one.after());
    }

    Report dropOff(SegmentId id) {
        DropOff found = compare().dropOff(SegmentDraft.of(services.segments().require(id)), asOf, progress);
        List<String> lines = new ArrayList<>(List.of(DropOffWords.sentence(found), ""));
        lines.add(Words.columns(DROP_OFF, "row", "left", "of before", "lost"));
        lines.add(Words.columns(DROP_OFF, "", Words.number(found.everybody()), "", "") + "  everybody");
        ArrayNode rows = Json.mapper().createArrayNode();
        for (DropOff.Row row : found.rows()) {
            lines.add(Words.columns(
                            DROP_OFF,
                            row.number(),
                            Words.number(row.after()),
                            DropOffWords.share(row),
                            Words.number(row.lost()))
                    + "  " + row.words());
            rows.addObject()
                    .put("row", row.number())
                    .put("words", row.words())
                    .put("before", row.before())
                    .put("after", row.after())
                    .put("lost", row.lost());
        }
        lines.addAll(DropOffWords.remarks(found));
        lines.add("As of " + asOf + ".");
        return Report.of(lines, json(found).set("rows", rows));
    }

    private static ObjectNode json(DropOff found) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("everybody", found.everybody())
                .put("left", found.left())
                .put("muted", found.muted());
        ArrayNode broken = node.putArray("broken");
        found.broken()
                .forEach(one -> broken.addObject()
                        .put("row", one.number())
                        .put("problem", one.problem().message()));
        return node;
    }

    private CompareService compare() {
        return new CompareService(services.segments());
    }
}
