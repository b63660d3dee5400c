/** What the log says about an attempt, as strict JSON leaves. */
@NullMarked
package dev.demarc.evidence.record;

import org.jspecify.annotations.NullMarked;
