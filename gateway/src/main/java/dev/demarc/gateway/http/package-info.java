/// The HTTP edge: server, limits, paths and error shapes.
@NullMarked
package dev.demarc.gateway.http;

import org.jspecify.annotations.NullMarked;
