package dev.demarc.gateway.exchange;

import dev.demarc.classify.Category;
import dev.demarc.classify.Pseudonyms;
import dev.demarc.classify.Text;
import java.util.SortedMap;

/// The exact body that may leave under a permit, what was done to it, and the way back.
public record Outgoing(
    Text body,
    SortedMap<Category, Integer> redacted,
    SortedMap<Category, Integer> pseudonymised,
    Pseudonyms pseudonyms,
    boolean streamed) {}
