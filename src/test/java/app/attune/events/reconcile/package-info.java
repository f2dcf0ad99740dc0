/// Tests of the comparison with the server.
@NullMarked
package app.attune.events.reconcile;

import org.jspecify.annotations.NullMarked;
