package app.attune.bench;

import java.util.List;

/// The questions of [ShopQuery] in SQL, some in several ways since the quickest cannot be known before.
final class ShopSql {
    static final String S1 = """
            SELECT u FROM e
            WHERE kind = 'view' AND item = 'i100000' AND t >= TIMESTAMP '2026-10-23' AND t < TIMESTAMP '2026-10-30'
            GROUP BY u HAVING count(*) >= 3""";

    private static final String CARTS = """
            SELECT u, t FROM e WHERE kind = 'cart' AND t >= TIMESTAMP '2026-09-30' AND t < TIMESTAMP '2026-10-30'""";
    private static final String PURCHASES = "SELECT u, t FROM e WHERE kind = 'purchase' AND t < TIMESTAMP '2026-10-30'";

    static final List<String> S2 = List.of("""
            SELECT DISTINCT u FROM (%s) AS c
            WHERE NOT EXISTS (SELECT 1 FROM (%s) AS p WHERE p.u = c.u AND p.t >= c.t AND p.t <= c.t + INTERVAL 24 HOUR)""".formatted(CARTS, PURCHASES), """
            SELECT DISTINCT c.u FROM (%s) AS c ASOF LEFT JOIN (%s) AS p ON c.u = p.u AND c.t <= p.t
            WHERE p.t IS NULL OR p.t > c.t + INTERVAL 24 HOUR""".formatted(CARTS, PURCHASES), """
            SELECT DISTINCT u FROM (
                SELECT u, t, kind, min(CASE WHEN kind = 'purchase' THEN t END) OVER (
                    PARTITION BY u ORDER BY t RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS p
                FROM e WHERE kind IN ('cart', 'purchase') AND t >= TIMESTAMP '2026-09-30' AND t < TIMESTAMP '2026-10-30')
            WHERE kind = 'cart' AND (p IS NULL OR p > t + INTERVAL 24 HOUR)""");

    static final String S3 = """
            SELECT u FROM (%s) GROUP BY u
            HAVING max(t) > TIMESTAMP '2026-09-30' AND count(*) >= 5 AND sum(price) > 200""".formatted(PURCHASES.replace("u, t", "u, t, price"));

    static final List<String> S4 = S2.stream().map(ShopSql::s4).toList();

    static final List<String> S6 = List.of("""
            SELECT count(DISTINCT u) FROM e WHERE t < TIMESTAMP '2026-10-30' AND u IN (%s)
            GROUP BY CAST(t AS DATE) ORDER BY CAST(t AS DATE)""".formatted(S3), """
            SELECT count(*) FROM (
                SELECT DISTINCT u, CAST(t AS DATE) AS day FROM e WHERE t < TIMESTAMP '2026-10-30' AND u IN (%s))
            GROUP BY day ORDER BY day""".formatted(S3));

    static final List<String> S7 = List.of("""
            SELECT DISTINCT p.u FROM e AS p
            JOIN e AS c ON c.u = p.u AND c.t <= p.t AND c.t >= p.t - INTERVAL 30 MINUTE
            JOIN e AS v ON v.u = p.u AND v.t <= c.t AND v.t >= p.t - INTERVAL 30 MINUTE
            WHERE p.kind = 'purchase' AND c.kind = 'cart' AND v.kind = 'view' AND p.t < TIMESTAMP '2026-10-30'""", """
            SELECT DISTINCT u FROM (
                SELECT u, t, kind, max(CASE WHEN kind = 'cart' THEN v END) OVER (
                    PARTITION BY u ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s
                FROM (
                    SELECT u, t, kind, max(CASE WHEN kind = 'view' THEN t END) OVER (
                        PARTITION BY u ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS v
                    FROM e WHERE t < TIMESTAMP '2026-10-30')
                WHERE kind <> 'view')
            WHERE kind = 'purchase' AND t - s <= INTERVAL 30 MINUTE""", """
            SELECT DISTINCT p.u FROM (SELECT u, t FROM e WHERE kind = 'purchase' AND t < TIMESTAMP '2026-10-30') AS p
            ASOF JOIN (SELECT u, t FROM e WHERE kind = 'cart') AS c ON p.u = c.u AND p.t >= c.t
            ASOF JOIN (SELECT u, t FROM e WHERE kind = 'view') AS v ON c.u = v.u AND c.t >= v.t
            WHERE p.t - v.t <= INTERVAL 30 MINUTE""");

    private ShopSql() {}

    private static String s4(String s2) {
        return """
            SELECT u FROM users
            WHERE country IN ('DE', 'FR') AND (u IN (%s) OR u IN (%s)) AND u NOT IN (%s)""".formatted(S1, S3, s2);
    }

    static String count(String sql) {
        return "SELECT count(*) FROM (" + sql + ")";
    }

    /// How many, then some of them.
    static String countAndSome(String sql) {
        return "WITH m AS MATERIALIZED (" + sql + ") SELECT count(*) FROM m UNION ALL (SELECT u FROM m LIMIT 50)";
    }
}
