package dev.demarc.classify.number;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Utf8;

/// Reads dates as people and banks write them, with a time of day if one follows.
public final class Dates {
  private static final String[] MONTHS = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
  };
  private static final String[] FULL_MONTHS = {
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"
  };

  private Dates() {}

  /// Whether [from, to) is a date and nothing else.
  public static boolean whole(byte[] b, int from, int to) {
    return end(b, from, to) == to;
  }

  /// Offset after the date at `at`, or -1.
  public static int end(byte[] b, int at, int to) {
    if (at >= to) {
      return -1;
    }
    int end = Bytes.digit(b[at]) ? numeric(b, at, to) : monthFirst(b, at, to);
    return end < 0 ? -1 : time(b, end, to);
  }

  /// Offset after the date at `at` as ISO 8601 writes it, with the time of day if one follows, or
  /// -1 where what stands there goes on as no date does: another number, address or code may begin
  /// so.
  public static int stamp(byte[] b, int at, int to) {
    int date = at + 10;
    boolean shaped =
        date <= to
            && digits(b, at, at + 4) == at + 4
            && b[at + 4] == '-'
            && digits(b, at + 5, at + 7) == at + 7
            && b[at + 7] == '-'
            && digits(b, at + 8, date) == date;
    if (!shaped
        || !isDay(number(b, at, at + 4), number(b, at + 5, at + 7), number(b, at + 8, date))) {
      return -1;
    }
    int end = time(b, date, to);
    if (end > date && end < to && b[end] == ',' && digits(b, end + 1, to) == end + 4) {
      end += 4;
    }
    return ends(b, end, to) ? end : ends(b, date, to) ? date : -1;
  }

  private static boolean ends(byte[] b, int at, int to) {
    return at == to || !(Bytes.alphanumeric(b[at]) || "-_./:+".indexOf(b[at]) >= 0);
  }

  private static int numeric(byte[] b, int at, int to) {
    int first = digits(b, at, to);
    int length = first - at;
    if (length == 8) {
      return isDay(number(b, at, at + 4), number(b, at + 4, at + 6), number(b, at + 6, first))
          ? first
          : -1;
    }
    if (first >= to || (length != 4 && length > 2)) {
      return -1;
    }
    int chinese = chinese(b, at, first, to);
    if (chinese > 0) {
      return chinese;
    }
    byte separator = b[first];
    if (separator == '-' || separator == '/' || separator == '.') {
      int named = dayMonthYear(b, first, to, separator);
      return named > 0 ? named : threeNumbers(b, at, first, to, separator);
    }
    return separator == ' ' && length <= 2 ? dayMonthYear(b, first, to, separator) : -1;
  }

  private static int threeNumbers(byte[] b, int at, int first, int to, byte separator) {
    int second = digits(b, first + 1, to);
    if (second == first + 1 || second >= to || b[second] != separator) {
      return -1;
    }
    int third = digits(b, second + 1, to);
    int a = number(b, at, first);
    int m = number(b, first + 1, second);
    int z = number(b, second + 1, third);
    int last = third - second - 1;
    if (first - at == 4) {
      return last >= 1 && last <= 2 && isDay(a, m, z) ? third : -1;
    }
    boolean year = last == 4 || (last == 2 && separator == '/');
    return year && (isDay(2000, m, a) || isDay(2000, a, m)) ? third : -1;
  }

  /// `03-Oct-2026`, `3 Oct 2026`.
  private static int dayMonthYear(byte[] b, int first, int to, byte separator) {
    int month = month(b, first + 1, to);
    if (month < 0 || month >= to || b[month] != separator) {
      return -1;
    }
    int year = digits(b, month + 1, to);
    int length = year - month - 1;
    return length == 4 || length == 2 ? year : -1;
  }

  /// `Oct 3, 2026`, `October 3`.
  private static int monthFirst(byte[] b, int at, int to) {
    int month = month(b, at, to);
    if (month < 0 || month >= to || b[month] != ' ') {
      return -1;
    }
    int day = digits(b, month + 1, to);
    if (day == month + 1 || day > month + 3) {
      return -1;
    }
    int comma = day < to && b[day] == ',' ? day + 1 : day;
    int year = comma < to && b[comma] == ' ' ? digits(b, comma + 1, to) : comma;
    return year - comma == 5 ? year : day;
  }

  private static int month(byte[] b, int at, int to) {
    for (int m = 0; m < MONTHS.length; m++) {
      if (Bytes.at(b, at, to, MONTHS[m])) {
        int end = at + (Bytes.at(b, at, to, FULL_MONTHS[m]) ? FULL_MONTHS[m].length() : 3);
        end = end < to && b[end] == '.' ? end + 1 : end;
        return end < to && Bytes.letter(b[end]) ? -1 : end;
      }
    }
    return -1;
  }

  /// 2026年10月3日, 10月3日.
  private static int chinese(byte[] b, int at, int first, int to) {
    int i = first;
    if (first - at == 4) {
      if (!is(b, i, to, '年')) {
        return -1;
      }
      i = digits(b, i + 3, to);
    }
    if (!is(b, i, to, '月')) {
      return -1;
    }
    int day = digits(b, i + 3, to);
    return is(b, day, to, '日') || is(b, day, to, '号') ? day + 3 : -1;
  }

  private static boolean is(byte[] b, int at, int to, char wanted) {
    return at + 3 <= to && b[at] < 0 && Utf8.codePoint(b, at) == wanted;
  }

  private static int time(byte[] b, int date, int to) {
    int i = date < to && (b[date] == ' ' || b[date] == 'T') ? date + 1 : date;
    int hour = digits(b, i, to);
    if (i == date && (i >= to || b[i] >= 0 || hour == i)) {
      return date;
    }
    if (hour == i || hour - i > 2 || hour >= to || b[hour] != ':') {
      return date;
    }
    int end = digits(b, hour + 1, to);
    if (end - hour != 3) {
      return date;
    }
    if (end < to && b[end] == ':' && digits(b, end + 1, to) == end + 3) {
      end += 3;
    }
    if (end < to && b[end] == '.' && digits(b, end + 1, to) > end + 1) {
      end = digits(b, end + 1, to);
    }
    return zone(b, end, to);
  }

  private static int zone(byte[] b, int at, int to) {
    if (at < to && b[at] == 'Z') {
      return at + 1;
    }
    boolean offset =
        at + 6 <= to
            && (b[at] == '+' || b[at] == '-')
            && digits(b, at + 1, to) == at + 3
            && b[at + 3] == ':';
    return offset ? at + 6 : at;
  }

  private static boolean isDay(int year, int month, int day) {
    return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static int digits(byte[] b, int from, int to) {
    int i = from;
    while (i < to && i - from < 10 && Bytes.digit(b[i])) {
      i++;
    }
    return i;
  }

  private static int number(byte[] b, int from, int to) {
    int value = 0;
    for (int i = from; i < to && i - from < 9; i++) {
      value = value * 10 + b[i] - '0';
    }
    return value;
  }
}
