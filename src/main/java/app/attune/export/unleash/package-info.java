/// Features, strategies, constraints and variants as the clients of Unleash take them.
@NullMarked
package app.attune.export.unleash;

import org.jspecify.annotations.NullMarked;
