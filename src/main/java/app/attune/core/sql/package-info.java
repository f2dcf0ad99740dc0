/// The embedded store underneath every feature: connections, transactions, numbered migrations, and the gate that a
/// file passes before it is opened.
@NullMarked
package app.attune.core.sql;

import org.jspecify.annotations.NullMarked;
