/** The standalone verifier: a log directory, a key and perhaps a receipt in; a verdict out. */
@NullMarked
package dev.demarc.evidence.verify;

import org.jspecify.annotations.NullMarked;
