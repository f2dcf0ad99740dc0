package app.attune.events.quality;

import app.attune.core.Progress;
import app.attune.events.reconcile.ReconcileService;
import app.attune.events.sessions.SessionService;
import java.util.function.Function;

/// Everything that tells how far the events can be trusted.
///
/// @param service     judges columns, days and expectations
/// @param sessions    says what a visit is
/// @param reconcile   compares with the server
/// @param schemas     follows the columns of sources
/// @param loads       compares two states of the data
/// @param memberships tells whom a limit on lateness would move
/// @param coverage    users by source
public record QualityDesk(
        QualityService service,
        SessionService sessions,
        ReconcileService reconcile,
        SchemaService schemas,
        LoadComparison loads,
        MembershipWatch memberships,
        Function<Progress, Coverage> coverage) {}
