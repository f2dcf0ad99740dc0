package app.attune.decide.ui;

import app.attune.core.Progress;
import app.attune.decide.PreviewService;

/// Opens the preview of the workspace as it stands; may take long.
@FunctionalInterface
public interface PreviewSource {
    PreviewService open(Progress progress);
}
