/// Who calls, for which market, and whose law protects the person: decided before a body is read.
@NullMarked
package dev.demarc.gateway.caller;

import org.jspecify.annotations.NullMarked;
