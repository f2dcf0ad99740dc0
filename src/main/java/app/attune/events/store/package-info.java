/// Events, their dictionaries and what was kept aside, in H2 as columnar chunks with a ledger.
@NullMarked
package app.attune.events.store;

import org.jspecify.annotations.NullMarked;
