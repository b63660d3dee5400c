/**
 * The transparency log formats: RFC 6962 tree, C2SP notes, checkpoints, tiles and proofs.
 *
 * <p>A hash is an array of 32 bytes that nobody changes once it is handed over: it is not copied.
 */
@NullMarked
package dev.demarc.evidence.tlog;

import org.jspecify.annotations.NullMarked;
