package app.attune.events.reconcile;

/// The query that makes the manifest on the server, in words that its engine knows.
@SuppressWarnings("ImmutableEnumChecker") // Its fields are records of texts.
public enum ManifestSql {
    SNOWFLAKE(
            "Snowflake",
            new Types("VARCHAR", "DOUBLE", "BIGINT"),
            new Times(
                    "DATE_PART('EPOCH_MILLISECOND', event_time)",
                    "TO_CHAR(DATEADD('day', FLOOR(millis::DOUBLE / 86400000), DATE '1970-01-01'), 'YYYY-MM-DD')"),
            new Digest("MD5(row_text)", "TO_NUMBER(SUBSTR(hash, PLACE, 8), 'XXXXXXXX')")),
    BIGQUERY(
            "BigQuery",
            new Types("STRING", "FLOAT64", "INT64"),
            new Times(
                    "UNIX_MILLIS(event_time)",
                    "FORMAT_DATE('%Y-%m-%d', DATE_ADD(DATE '1970-01-01', INTERVAL (CAST(FLOOR(millis / 86400000) AS INT64)) DAY))"),
            new Digest("TO_HEX(MD5(row_text))", "CAST(CONCAT('0x', SUBSTR(hash, PLACE, 8)) AS INT64)")),
    POSTGRES(
            "PostgreSQL",
            new Types("TEXT", "DOUBLE PRECISION", "BIGINT"),
            new Times(
                    "CAST(FLOOR(EXTRACT(EPOCH FROM event_time) * 1000 + 0.0005) AS BIGINT)",
                    "TO_CHAR(DATE '1970-01-01' + CAST(FLOOR(millis / 86400000.0) AS INT), 'YYYY-MM-DD')"),
            new Digest("MD5(row_text)", "CAST(CAST(CONCAT('x', SUBSTR(hash, PLACE, 8)) AS BIT(32)) AS BIGINT)")),
    SPARK(
            "Spark",
            new Types("STRING", "DOUBLE", "BIGINT"),
            new Times(
                    "unix_millis(event_time)",
                    "CAST(date_add(DATE '1970-01-01', CAST(floor(millis / 86400000) AS INT)) AS STRING)"),
            new Digest("md5(row_text)", "CAST(conv(substr(hash, PLACE, 8), 16, 10) AS BIGINT)")),
    DUCKDB(
            "DuckDB",
            new Types("VARCHAR", "DOUBLE", "BIGINT"),
            new Times(
                    "epoch_ms(event_time)",
                    "strftime(DATE '1970-01-01' + CAST(floor(millis / 86400000) AS INT), '%Y-%m-%d')"),
            new Digest("md5(row_text)", "CAST('0x' || substr(hash, PLACE, 8) AS BIGINT)"));

    /// What texts, numbers and whole numbers are called.
    private record Types(String text, String number, String whole) {}

    /// Epoch milliseconds of `event_time`, and the day of `millis`.
    private record Times(String millis, String day) {}

    /// The digits of `row_text`, and the number that eight of `hash` are.
    private record Digest(String hash, String number) {}

    private final String engine;
    private final Types types;
    private final Times times;
    private final Digest digest;

    ManifestSql(String engine, Types types, Times times, Digest digest) {
        this.engine = engine;
        this.types = types;
        this.times = times;
        this.digest = digest;
    }

    /// The engine's name.
    public String engine() {
        return engine;
    }

    /// @param table as the server knows it; the query is for reading and never run here
    public String query(String table) {
        return words() + hashes(table) + """
            SELECT source, day, COUNT(*) AS events,
                SUM(%s) AS sum_high,
                SUM(%s) AS sum_low
            FROM hashes
            GROUP BY source, day
            ORDER BY source, day
            """.formatted(number(1), number(9));
    }

    private String words() {
        return """
            -- For the team that runs %s: please run this query there and send its result back as a CSV file.
            -- It counts the events of each day and sums digits of their MD5, so that Attune can tell which days differ;
            -- it only reads, and its result names no user.
            -- 1. In the first SELECT, put your table after FROM and, where they have other names, your columns.
            --    event_time is a time in UTC; there must be one row an event, so leave out repeats.
            -- 2. To compare one imported file only, put its name in place of '*'.
            -- 3. Save the result with its header: source,day,events,sum_high,sum_low.
            -- How: an event's text is user, epoch milliseconds, type, item and floor(value * 10000 + 0.5), with
            -- character 31 between them; sum_high and sum_low add the first and the next eight hexadecimal digits of
            -- its MD5.
            """.formatted(engine);
    }

    /// The digits of every event's text.
    private String hashes(String table) {
        return """
            WITH events_here AS (
                SELECT '*' AS source, %1$s AS millis, user_id, event_type, item_id, value
                FROM %2$s
            ), texts AS (
                SELECT source, millis,
                    CAST(user_id AS %3$s) || CHR(31) || CAST(millis AS %3$s)
                    || CHR(31) || COALESCE(CAST(event_type AS %3$s), '')
                    || CHR(31) || COALESCE(CAST(item_id AS %3$s), '')
                    || CHR(31) || COALESCE(CAST(CAST(FLOOR(CAST(value AS %4$s) * 10000 + 0.5) AS %5$s) AS %3$s), '')
                    AS row_text
                FROM events_here
            ), hashes AS (
                SELECT source, %6$s AS day, %7$s AS hash
                FROM texts
            )
            """.formatted(
                        times.millis(), table, types.text(), types.number(), types.whole(), times.day(), digest.hash());
    }

    /// Of the eight digits from this place on, counted from 1.
    private String number(int place) {
        return digest.number().replace("PLACE", String.valueOf(place));
    }
}
