package app.attune.core.sql;

/// How many rows a table has, and what they come to whatever their order.
public record TableSum(long rows, long total) {}
