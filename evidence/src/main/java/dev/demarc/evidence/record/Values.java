package dev.demarc.evidence.record;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The checks that entries make of their values, and small conversions to JSON.
final class Values {
  // Crockford base32: no I, L, O and U. 26 characters hold 130 bits.
  private static final Pattern ID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private Values() {}

  static void requireId(String name, String value) {
    require(ID.matcher(value).matches(), name, "is not 26 characters of Crockford base32");
  }

  static void requireSha256(String name, String value) {
    require(SHA256.matcher(value).matches(), name, "is not a SHA-256 in lower-case hex");
  }

  static void requireNotEmpty(String name, String value) {
    require(!value.isEmpty(), name, "is empty");
  }

  static void requireNotNegative(String name, long value) {
    require(value >= 0, name, "is negative");
  }

  static void require(boolean holds, String name, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("member " + name + " " + problem);
    }
  }

  static <V> SortedMap<String, V> sorted(Map<String, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  static Json.Obj texts(SortedMap<String, String> map) {
    Json.Members members = Json.object();
    map.forEach(members::put);
    return members.build();
  }

  static Json.Obj numbers(SortedMap<String, Long> map) {
    Json.Members members = Json.object();
    map.forEach((name, number) -> members.put(name, number));
    return members.build();
  }
}
