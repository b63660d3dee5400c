/// Families of network addresses, names of Wi-Fi networks, leases and use.
@NullMarked
package dev.demarc.classify.family.network;

import org.jspecify.annotations.NullMarked;
