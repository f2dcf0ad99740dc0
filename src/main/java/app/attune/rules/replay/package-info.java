/// What a rule set would have done over a stored period: every decision that users gave occasion for, made again in
/// event time.
@NullMarked
package app.attune.rules.replay;

import org.jspecify.annotations.NullMarked;
