package app.attune.events.read;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/// Reads values of Avro without taking a file's word for how many there are: items may take no bytes at all.
final class AvroReader extends GenericDatumReader<GenericRecord> {
    /// What room is made for before anything has been read.
    private static final int MOST_AHEAD = 1 << 12;

    private final Expansion expansion;

    AvroReader(Expansion expansion) {
        super(new GenericData());
        // The fast reader makes room for as many items as the file says.
        getData().setFastReaderEnabled(false);
        this.expansion = expansion;
    }

    @Override
    protected Object newArray(Object old, int size, Schema schema) {
        return super.newArray(old, Math.clamp(size, 0, MOST_AHEAD), schema);
    }

    @Override
    protected void addToArray(Object array, long position, Object item) {
        expansion.count("items in one record", position, 0);
        super.addToArray(array, position, item);
    }

    @Override
    protected Object newMap(Object old, int size) {
        return super.newMap(old, Math.clamp(size, 0, MOST_AHEAD));
    }
}
