package app.attune.segments;

import java.time.Instant;
import java.util.function.Supplier;

/// Rows about users as a whole as SQL, over the user `u`.
record SqlPersons(SqlNames names, Instant asOf, SqlTests tests, SqlEvents events) {
    /// A test of the user `u`.
    ///
    /// @param known the test that a user was known by then, with its values bound when it is asked for
    String test(UserCondition row, Supplier<String> known, String indent) {
        return switch (row) {
            case UserListCondition list -> listed(list);
            case BucketCondition bucket -> bucket(bucket);
            case ConsentCondition consent ->
                (consent.consented() == ConsentCondition.Consented.GRANTED ? "" : "NOT ") + granted(consent, indent);
            case RankCondition rank -> rank(rank, known, indent);
            case SegmentCondition segment -> throw new IllegalArgumentException("Not resolved: " + segment.segment());
        };
    }

    private String listed(UserListCondition list) {
        boolean wanted = list.listed() == UserListCondition.Listed.IS;
        if (list.ids().isEmpty()) {
            return wanted ? "FALSE" : "TRUE";
        }
        list.ids().forEach(tests::bind);
        return "u.user_id " + (wanted ? "" : "NOT ") + "IN ("
                + SqlTests.marks(list.ids().size()) + ")";
    }

    private String bucket(BucketCondition bucket) {
        String place = "(CAST(CAST(X'00000000' || SUBSTRING(HASH('SHA-256', STRINGTOUTF8(CAST(? AS VARCHAR) || ':'"
                + " || u.user_id)) FROM 1 FOR 4) AS BIGINT) AS DOUBLE PRECISION) * 100 / 4294967296)";
        tests.bind(bucket.salt());
        tests.bind(bucket.from());
        tests.bind(bucket.salt());
        tests.bind(bucket.to());
        return "(" + place + " >= ? AND " + place + " < ?)";
    }

    /// What was said last before then, unless the last word of all is a refusal; else what is declared.
    private String granted(ConsentCondition consent, String indent) {
        String said = "FROM consents c WHERE c.user_idx = u.user_idx AND c.purpose = ?";
        tests.bind(consent.purpose());
        tests.bind(consent.purpose());
        tests.bind(Bounds.firstMilli(asOf));
        return "CASE WHEN COALESCE((SELECT c.status " + said + " ORDER BY c.place DESC LIMIT 1), 'GRANTED')"
                + " <> 'GRANTED' THEN FALSE" + indent + "  ELSE COALESCE((SELECT c.status = 'GRANTED' " + said
                + " AND c.since_ms < ?" + " ORDER BY c.place DESC LIMIT 1), "
                + (names.allowsByBasis() ? "TRUE" : "FALSE") + ") END";
    }

    private String rank(RankCondition rank, Supplier<String> known, String indent) {
        String number = number(rank.by(), indent + "    ");
        String order = rank.rank() == RankCondition.Rank.TOP ? " DESC" : "";
        String where = known.get();
        String ranked = "SELECT u.user_idx, " + number + " AS x FROM users u WHERE " + where + "TRUE";
        tests.bind(rank.percent());
        return "u.user_idx IN (SELECT r.user_idx FROM (" + indent + "  SELECT v.user_idx, RANK() OVER (ORDER BY v.x"
                + order + ") AS place, COUNT(*) OVER () AS n" + indent + "  FROM (" + ranked
                + ") v WHERE v.x IS NOT NULL) r" + indent
                + "  WHERE CAST(r.place - 1 AS DOUBLE PRECISION) * 100 < ? * CAST(r.n AS DOUBLE PRECISION))";
    }

    private String number(RankCondition.Ranked by, String indent) {
        return switch (by) {
            case RankCondition.Ranked.Attribute one ->
                names.attribute(one.attribute())
                        .filter(column -> column.kind() == FieldKind.NUMBER)
                        .map(column -> "u." + column.identifier())
                        .orElse("CAST(NULL AS DOUBLE PRECISION)");
            case RankCondition.Ranked.Events events -> this.events.measured(events.condition(), indent);
        };
    }
}
