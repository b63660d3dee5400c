/// The classify step: a body to findings, facts and a question.
@NullMarked
package dev.demarc.gateway.inspect;

import org.jspecify.annotations.NullMarked;
