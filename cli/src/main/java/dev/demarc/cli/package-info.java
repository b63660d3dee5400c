/// The one executable and its subcommands.
@NullMarked
package dev.demarc.cli;

import org.jspecify.annotations.NullMarked;
