package app.attune.events.sample;

import app.attune.events.sample.Expected.ExperimentTruth;
import app.attune.events.sample.Expected.VariantTruth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts who was shown what in the two experiments and who bought afterwards.
final class ExperimentCounts {
    private static final double MOBILE_VISITS = .58 * .85 + .15 / 3;
    private static final String OUTCOME = "A user's variant is that of the exposure event; the outcome is at least one"
            + " purchase from the exposure to the end of the test.";

    private final Map<Integer, Row> exposure = new HashMap<>();
    private final Set<Integer> buyers = new HashSet<>();

    private ExperimentCounts(String experiment, long to, List<Row> distinct) {
        for (Row row : distinct) {
            if (row.event().detail().trial().experiment().equals(experiment)) {
                exposure.putIfAbsent(row.event().userIdx(), row);
            }
        }
        for (Row row : distinct) {
            Row shown = exposure.get(row.event().userIdx());
            if (shown != null
                    && row.event().kind() == EventKind.PURCHASE
                    && row.event().time() >= shown.event().time()
                    && row.event().time() < to) {
                buyers.add(row.event().userIdx());
            }
        }
    }

    static List<ExperimentTruth> of(List<Row> distinct) {
        return List.of(banner(distinct), checkout(distinct));
    }

    private static ExperimentTruth banner(List<Row> distinct) {
        long to = ShopCalendar.millis(ShopCalendar.CHECKOUT_DAY);
        return new ExperimentCounts(Planted.BANNER, to, distinct)
                .truth(
                        Planted.BANNER,
                        "A fair 50:50 test whose treatment raises the share of buyers by the true uplift. " + OUTCOME,
                        "Counts are exact; no sample-ratio mismatch (chi-square below 10.83, p above .001); the"
                                + " true uplift lies in the 99 % interval of the observed one.",
                        new Span(ShopCalendar.BANNER_DAY, ShopCalendar.CHECKOUT_DAY, Planted.BANNER_UPLIFT, .5));
    }

    private static ExperimentTruth checkout(List<Row> distinct) {
        long to = ShopCalendar.millis(ShopCalendar.OUTCOME_DAY);
        double logged = 1 - Planted.CHECKOUT_LOSS_ON_MOBILE * MOBILE_VISITS;
        return new ExperimentCounts(Planted.CHECKOUT, to, distinct)
                .truth(
                        Planted.CHECKOUT,
                        "Assigned 50:50, but 40 % of treatment exposures on mobile are never logged; the treatment"
                                + " itself does nothing. " + OUTCOME,
                        "Counts are exact; the sample-ratio mismatch is found (chi-square against 50:50 above 10.83)"
                                + " and lies in mobile alone; no verdict on the outcome.",
                        new Span(
                                ShopCalendar.CHECKOUT_DAY,
                                ShopCalendar.OUTCOME_DAY,
                                0,
                                Rounded.of(logged / (1 + logged))));
    }

    private record Span(int firstDay, int endDay, double uplift, double share) {}

    private ExperimentTruth truth(String experiment, String definition, String check, Span span) {
        VariantTruth control = variant(Planted.CONTROL);
        VariantTruth treatment = variant(Planted.TREATMENT);
        double apart = (double) control.users() - treatment.users();
        return new ExperimentTruth(
                experiment,
                definition,
                check,
                ShopCalendar.iso(ShopCalendar.millis(span.firstDay())),
                ShopCalendar.iso(ShopCalendar.millis(span.endDay())),
                List.of(control, treatment),
                span.uplift(),
                Rounded.of(treatment.conversion() / control.conversion() - 1),
                span.share(),
                .5,
                Rounded.of(apart * apart / (control.users() + treatment.users())));
    }

    private VariantTruth variant(String variant) {
        int users = 0;
        int bought = 0;
        for (Map.Entry<Integer, Row> shown : exposure.entrySet()) {
            if (shown.getValue().event().detail().trial().variant().equals(variant)) {
                users++;
                bought += buyers.contains(shown.getKey()) ? 1 : 0;
            }
        }
        return new VariantTruth(variant, users, bought, Rounded.of((double) bought / users));
    }
}
