package app.attune.export.sql;

import app.attune.export.flags.Field.Kind;
import app.attune.prove.TargetContext;
import java.util.Locale;

/// How databases write texts, numbers and types. All compare texts letter by letter, blanks at the end included.
///
/// Sources: H2 2.4 grammar; PostgreSQL 15, 4.1.2; Spark 4 SQL reference, literals; BigQuery, lexical structure;
/// Snowflake, string and binary data types.
enum Dialect {
    H2("VARCHAR", "DOUBLE PRECISION", "BIGINT"),
    POSTGRES("text COLLATE \"C\"", "double precision", "bigint"),
    SPARK("STRING", "DOUBLE", "BIGINT"),
    BIGQUERY("STRING", "FLOAT64", "INT64"),
    SNOWFLAKE("VARCHAR COLLATE 'utf8'", "DOUBLE", "NUMBER(38, 0)");

    private static final double EXACT = 1L << 31;

    private final String text;
    private final String number;
    private final String date;

    Dialect(String text, String number, String date) {
        this.text = text;
        this.number = number;
        this.date = date;
    }

    /// As in names of files.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String type(Kind kind) {
        return switch (kind) {
            case TEXT, ANY -> text;
            case NUMBER -> number;
            case DATE -> date;
        };
    }

    /// The type of texts as casts name it.
    String plainText() {
        return this == BIGQUERY || this == SPARK ? "STRING" : "VARCHAR";
    }

    /// PostgreSQL has no U+0000.
    private String held(String value) {
        return this == POSTGRES ? value.replace('\0', TargetContext.REPLACED) : value;
    }

    /// A text as a literal: ASCII only, and never anything but itself.
    String literal(String text) {
        String value = held(text);
        boolean plain = value.chars().allMatch(letter -> letter >= ' ' && letter <= '~' && letter != '\\');
        return switch (this) {
            case H2, POSTGRES -> plain ? "'" + value.replace("'", "''") + "'" : "U&'" + byCode(value) + "'";
            case SPARK, BIGQUERY, SNOWFLAKE -> "'" + byBackslash(value) + "'";
        };
    }

    /// In standard SQL, where a backslash begins a code only after `U&`.
    private static String byCode(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().forEach(letter -> {
            if (letter == '\'') {
                text.append("''");
            } else if (letter >= ' ' && letter <= '~' && letter != '\\') {
                text.append((char) letter);
            } else {
                text.append(letter > Character.MAX_VALUE ? "\\+%06X".formatted(letter) : "\\%04X".formatted(letter));
            }
        });
        return text.toString();
    }

    private String byBackslash(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().forEach(letter -> {
            if (letter == '\'' || letter == '\\') {
                text.append('\\').append((char) letter);
            } else if (letter >= ' ' && letter <= '~') {
                text.append((char) letter);
            } else if (letter <= Character.MAX_VALUE) {
                text.append("\\u%04X".formatted(letter));
            } else {
                // Snowflake has no escape for such letters, and they mean nothing in it.
                text.append(this == SNOWFLAKE ? Character.toString(letter) : "\\U%08X".formatted(letter));
            }
        });
        return text.toString();
    }

    /// A number as it is, to the last bit.
    String literal(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
        return whole ? String.valueOf((long) value) : "CAST('" + value + "' AS " + number + ")";
    }

    String contains(String column, String part) {
        return switch (this) {
            case H2 -> "LOCATE(" + literal(part) + ", " + column + ") > 0";
            case POSTGRES -> "position(" + literal(part) + " in " + column + ") > 0";
            case SPARK, SNOWFLAKE -> "CONTAINS(" + column + ", " + literal(part) + ")";
            case BIGQUERY -> "STRPOS(" + column + ", " + literal(part) + ") > 0";
        };
    }

    String startsWith(String column, String start) {
        return switch (this) {
            case H2 -> "SUBSTRING(" + column + ", 1, " + start.length() + ") = " + literal(start);
            case POSTGRES, BIGQUERY -> "STARTS_WITH(" + column + ", " + literal(start) + ")";
            case SPARK, SNOWFLAKE -> "STARTSWITH(" + column + ", " + literal(start) + ")";
        };
    }
}
