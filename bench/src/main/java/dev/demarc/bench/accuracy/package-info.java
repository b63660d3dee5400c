/// `./demarc bench accuracy`: how right the classifier is on sets of texts that others have marked.
@NullMarked
package dev.demarc.bench.accuracy;

import org.jspecify.annotations.NullMarked;
