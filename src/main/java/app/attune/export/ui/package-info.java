/// The export screen: what goes out, what stands against it, what went out before.
@NullMarked
package app.attune.export.ui;

import org.jspecify.annotations.NullMarked;
