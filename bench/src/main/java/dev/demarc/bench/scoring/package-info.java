/// The scoring set: a hand-written bank of cases, filled with made-up values, disguised by lanes
/// and dressed in carriers. It knows nothing of the classifier that it judges: check digits and
/// Keccak are written again from their definitions, as in the generator of the leak matrix, so that
/// no two of the three share a mistake.
@NullMarked
package dev.demarc.bench.scoring;

import org.jspecify.annotations.NullMarked;
