package dev.demarc.evidence.record;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The checks that entries make of their values, and small conversions to JSON.
final class Values {
  // Crockford base32: no I, L, O and U. 26 characters hold 130 bits.
  private static final String ID_CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String HEX_DIGITS = "0123456789abcdef";

  private Values() {}

  static void requireId(String name, String value) {
    require(consists(value, 26, ID_CHARACTERS), name, "is not 26 characters of Crockford base32");
  }

  static void requireSha256(String name, String value) {
    require(consists(value, 64, HEX_DIGITS), name, "is not a SHA-256 in lower-case hex");
  }

  private static boolean consists(String value, int length, String characters) {
    boolean of = value.length() == length;
    for (int i = 0; of && i < length; i++) {
      of = characters.indexOf(value.charAt(i)) >= 0;
    }
    return of;
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
