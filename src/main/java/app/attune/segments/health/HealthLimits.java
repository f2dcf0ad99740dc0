package app.attune.segments.health;

import app.attune.segments.compare.SegmentProfile;

/// From where on a segment is called unhealthy: the one place with all thresholds, chosen by judgement.
public final class HealthLimits {
    /// Fewer users than this are too few: a share of them is known to 18 points only (95% interval at one half).
    public static final int FEWEST_USERS = 30;

    /// A smaller share of everybody is too narrow.
    public static final double NARROWEST = 0.001;

    /// A larger share of everybody is too broad: nearly nobody is left out.
    public static final double BROADEST = 0.9;

    /// The period, in days, at whose ends the users are compared.
    public static final int PERIOD_DAYS = 7;

    /// Where more than this share of those in it at either end are not in it at both, it is unstable.
    public static final double MOST_CHANGE = 0.5;

    /// The days whose events say what users see.
    public static final int SEEN_DAYS = 30;

    /// Users who see less than this part of the variety that others chosen at random see are in an echo chamber.
    public static final double LEAST_VARIETY = 0.5;

    /// Saved so many days before the data last changed, it is never refreshed.
    public static final int STALE_DAYS = 180;

    /// Of fewer users no number but their few is told.
    public static final int SMALLEST_CELL = SegmentProfile.FEWEST;

    private HealthLimits() {}
}
