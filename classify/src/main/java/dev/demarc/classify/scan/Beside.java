package dev.demarc.classify.scan;

/// Whether keys beside a value are those of a person: an e-mail address, a telephone number, the
/// number of a document, part of a name.
final class Beside {
  private static final int REACH = 240;
  private static final int LINES = 4;

  private Beside() {}

  /// Whether such a key stands in the object of JSON around [start, end) of the body.
  static boolean inObject(KeyTable keys, byte[] b, int start, int end) {
    int low = start;
    int least = Math.max(0, start - REACH);
    while (low > least && b[low - 1] != '{' && b[low - 1] != '}') {
      low--;
    }
    int high = end;
    int most = Math.min(b.length, end + REACH);
    while (high < most && b[high] != '{' && b[high] != '}') {
      high++;
    }
    return named(keys, b, low, start) || named(keys, b, end, high);
  }

  /// Whether such a key stands on the lines around [start, end) of the text in [from, to).
  static boolean onLines(KeyTable keys, byte[] b, int from, int start, int end, int to) {
    int low = start;
    int least = Math.max(from, start - REACH);
    for (int lines = 0; low > least && lines < LINES; low--) {
      lines += b[low - 1] == '\n' ? 1 : 0;
      lines += low > from + 1 && b[low - 1] == '\n' && b[low - 2] == '\n' ? LINES : 0;
    }
    int high = end;
    int most = Math.min(to, end + REACH);
    for (int lines = 0; high < most && lines < LINES; high++) {
      lines += b[high] == '\n' ? 1 : 0;
      lines += b[high] == '\n' && high + 1 < to && b[high + 1] == '\n' ? LINES : 0;
    }
    return named(keys, b, low, start) || named(keys, b, end, high);
  }

  private static boolean named(KeyTable keys, byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean sign = b[i] == ':' || b[i] == '=' || b[i] == '>';
      if (sign
          && keys.mayName(b, from, i)
          && isPersons(keys.of(b, Nearby.keyStart(b, from, i), i))) {
        return true;
      }
    }
    return false;
  }

  /// Whether things and firms have no such field, or seldom.
  static boolean isPersons(Field field) {
    return field == Field.PHONE
        || field == Field.EMAIL
        || field == Field.GIVEN
        || (field.isOfIdentity() && field != Field.CREDIT_CODE);
  }
}
