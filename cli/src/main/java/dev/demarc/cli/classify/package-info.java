/// `demarc classify`: files of any size to findings, in constant memory.
@NullMarked
package dev.demarc.cli.classify;

import org.jspecify.annotations.NullMarked;
