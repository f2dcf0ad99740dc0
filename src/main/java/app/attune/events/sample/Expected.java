package app.attune.events.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// The planted truths as `expected.json` holds them. Windows are half-open and event time is UTC; rows with an
/// event id seen before do not count.
record Expected(
        int format,
        long seed,
        @JsonProperty("as_of") String asOf,
        List<FileTruth> files,
        List<SegmentTruth> segments,
        PairTruths pairs,
        DriftTruths drift,
        PropensityTruth propensity,
        DisparityTruth disparity,
        List<ExperimentTruth> experiments,
        ArrivalTruth arrival,
        MessyTruth messy) {

    record FileTruth(
            String name, int rows, @JsonProperty("bad_rows") int badRows, String note) {}

    record SegmentTruth(String id, String name, String definition, int size) {}

    record PairTruths(String definition, String check, int orders, List<PairTruth> planted) {}

    record PairTruth(
            @JsonProperty("item_a") String itemA,
            @JsonProperty("item_b") String itemB,
            @JsonProperty("orders_a") int ordersA,
            @JsonProperty("orders_b") int ordersB,
            @JsonProperty("orders_both") int ordersBoth,
            double support,
            @JsonProperty("confidence_a_to_b") double confidence,
            @JsonProperty("planted_confidence") double plantedConfidence,
            double lift) {}

    record DriftTruths(
            String definition,
            String check,
            @JsonProperty("from_week") int fromWeek,
            @JsonProperty("from_day") String fromDay,
            List<DriftTruth> drifting,
            List<DriftTruth> steady) {}

    /// Means and n of the weeks before and from the drift week; `ks` is the two-sample distance.
    record DriftTruth(
            String feature,
            String definition,
            @JsonProperty("n_before") int nBefore,
            @JsonProperty("n_after") int nAfter,
            @JsonProperty("mean_before") double meanBefore,
            @JsonProperty("mean_after") double meanAfter,
            double ks) {}

    record PropensityTruth(
            String definition,
            String check,
            @JsonProperty("as_of") String asOf,
            @JsonProperty("horizon_days") int horizonDays,
            int users,
            int buyers,
            List<CoefficientTruth> coefficients) {}

    record CoefficientTruth(String feature, String definition, double value) {}

    record DisparityTruth(
            String definition,
            String check,
            List<GroupTruth> groups,
            @JsonProperty("ratio") double ratio) {}

    record GroupTruth(
            String gender,
            int users,
            int shown,
            double rate,
            @JsonProperty("planted_rate") double plantedRate) {}

    record ExperimentTruth(
            String experiment,
            String definition,
            String check,
            String from,
            String to,
            List<VariantTruth> variants,
            @JsonProperty("true_relative_uplift") double trueUplift,
            @JsonProperty("observed_relative_uplift") double observedUplift,
            @JsonProperty("true_treatment_share") double trueShare,
            @JsonProperty("intended_treatment_share") double intendedShare,
            @JsonProperty("srm_chi_square") double chiSquare) {}

    record VariantTruth(String variant, int users, int buyers, double conversion) {}

    record ArrivalTruth(
            String definition,
            @JsonProperty("rows") int rows,
            @JsonProperty("distinct_rows") int distinctRows,
            @JsonProperty("exact_duplicates") int duplicates,
            @JsonProperty("late_events") int late,
            @JsonProperty("latest_hours") int latestHours) {}

    record MessyTruth(String definition, int rows, int accepted, List<BadRow> quarantined) {}

    record BadRow(int line, String reason) {}
}
