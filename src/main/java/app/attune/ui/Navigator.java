package app.attune.ui;

/// Brings another screen to the front; the only way one feature's screen reaches another's.
public interface Navigator {
    void open(Destination destination);
}
