package app.attune.ui;

/// What a screen needs of the window: tasks, navigation, dialogs, and a way to say that the data changed.
///
/// @param dataChanged call on the FX thread after an import or an erasure: the window counts anew
public record Kit(Tasks tasks, Navigator navigator, Dialogs dialogs, Runnable dataChanged) {}
