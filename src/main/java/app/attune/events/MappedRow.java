package app.attune.events;

/// One row after mapping, reused for every row of an import. Empty text and NaN stand for "none".
final class MappedRow {
    String user = "";
    String item = "";
    String type = "";
    String eventId = "";
    long time;
    double value;
    final String[] properties;
    final String[] attributes;

    MappedRow(KeptColumns kept) {
        properties = new String[kept.properties().size()];
        attributes = new String[kept.attributes().size()];
    }
}
