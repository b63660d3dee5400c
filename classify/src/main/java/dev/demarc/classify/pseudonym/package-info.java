/// Takes values out of a body, and puts them back into the answer, plain or streamed.
@NullMarked
package dev.demarc.classify.pseudonym;

import org.jspecify.annotations.NullMarked;
