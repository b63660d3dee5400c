/** What records, log formats and the verifier share: strict decoding and the one parse failure. */
@NullMarked
package dev.demarc.evidence;

import org.jspecify.annotations.NullMarked;
