/** The transparency log formats: RFC 6962 tree, C2SP notes, checkpoints, tiles and proofs. */
@NullMarked
package dev.demarc.evidence.tlog;

import org.jspecify.annotations.NullMarked;
