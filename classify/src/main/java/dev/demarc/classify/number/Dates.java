package dev.demarc.classify.number;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.Words;

/// Reads dates as people and banks write them, with a time of day if one follows.
public final class Dates {
  private static final Words ENGLISH_MONTHS =
      Words.of(
          "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july"
              + "|august|september|october|november|december");

  /// Those of other languages; what they share with English stands here too.
  private static final Words MONTHS =
      Words.of(
          "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june"
              + "|july|august|september|october|november|december"
              + "|januar|jänner|februar|märz|mär|mai|juni|juli|oktober|okt|dezember|dez"
              + "|janvier|janv|février|févr|fév|fevrier|mars|avril|avr|juin|juillet|juil|août|aout"
              + "|septembre|octobre|novembre|décembre|decembre|déc"
              + "|enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago|septiembre|octubre"
              + "|noviembre|diciembre|dic"
              + "|gennaio|gen|febbraio|aprile|maggio|mag|giugno|giu|luglio|lug|settembre|set|ottobre"
              + "|ott|dicembre|januari|februari|maart|mrt|mei|augustus|december"
              + "|janeiro|fevereiro|fev|março|marco|maio|junho|julho|setembro|outubro|out|novembro"
              + "|dezembro"
              + "|stycznia|sty|lutego|lut|marca|kwietnia|kwi|maja|czerwca|cze|lipca|lip|sierpnia|sie"
              + "|września|wrz|października|paź|listopada|lis|grudnia|gru");

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
    int named = length <= 2 ? dayMonthYear(b, first, to) : -1;
    if (named > 0 || (separator != '-' && separator != '/' && separator != '.')) {
      return named;
    }
    return threeNumbers(b, at, first, to, separator);
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

  /// `03-Oct-2026`, `3 Oct 2026`, `3. März 2026`, `3 de abril de 2026`, `1er mars 2026`.
  private static int dayMonthYear(byte[] b, int first, int to) {
    int i = Bytes.at(b, first, to, "er ") ? first + 2 : first;
    i += Bytes.at(b, i, to, ". ") ? 1 : 0;
    byte separator = i < to ? b[i] : 0;
    if (separator != ' ' && separator != '-' && separator != '/' && separator != '.') {
      return -1;
    }
    int name = Bytes.at(b, i, to, " de ") ? i + 4 : i + 1;
    int month = month(MONTHS, b, name, to);
    if (month < 0 || month >= to || b[month] != separator) {
      return -1;
    }
    int of = Bytes.at(b, month, to, " de ") ? 4 : Bytes.at(b, month, to, " del ") ? 5 : 1;
    int year = digits(b, month + of, to);
    int length = year - month - of;
    return length == 4 || (length == 2 && of == 1) ? year : -1;
  }

  /// `Oct 3, 2026`, `October 3`.
  private static int monthFirst(byte[] b, int at, int to) {
    int month = month(ENGLISH_MONTHS, b, at, to);
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

  private static int month(Words names, byte[] b, int at, int to) {
    int name = names.endAt(b, at, to);
    if (name < 0) {
      return -1;
    }
    int end = name < to && b[name] == '.' ? name + 1 : name;
    return end < to && (Bytes.letter(b[end]) || b[end] < 0) ? -1 : end;
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
