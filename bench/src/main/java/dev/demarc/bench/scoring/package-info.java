/// The scoring set: a hand-written bank of cases, filled with made-up values, disguised by lanes
/// and dressed in carriers. It knows nothing of the classifier that it judges.
@NullMarked
package dev.demarc.bench.scoring;

import org.jspecify.annotations.NullMarked;
