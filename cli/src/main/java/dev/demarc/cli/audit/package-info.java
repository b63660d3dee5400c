/// `demarc audit`: recorded AI traffic, decided as the gateway would decide it.
@NullMarked
package dev.demarc.cli.audit;

import org.jspecify.annotations.NullMarked;
