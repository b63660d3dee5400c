package dev.demarc.classify.family.network;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Leases of addresses (RFC 2131): which device was given which address and until when, in logs of
/// servers, files of leases and sentences. One finding from the first of its parts to the last; the
/// address, the hardware address and the name are findings of their own as well.
public final class Leases implements Family {
  private static final String[] WORDS = {
    "lease",
    "dhcp",
    "udhcpd",
    "renewed",
    "valid-lft",
    "assigned",
    "allocated",
    "przydziel",
    "dzierżaw",
    "concesión",
    "租约",
    "租期",
    "分配",
    "获取"
  };
  private static final Words FIRST = new Words(WORDS);
  private static final Words MESSAGES =
      new Words("dhcpack", "dhcprequest", "dhcpoffer", "dhcpinform", "dhcprelease", "dhcpreply");
  private static final int REACH = 200;
  private static final int APART = 120;
  private static final int TAIL = 90;
  private static final int EPOCH = 10;
  private final IpAddresses hosts = new IpAddresses();
  private final MacAddresses macs = new MacAddresses();
  private int start;
  private int end;

  @Override
  public void declare(Triggers triggers) {
    triggers.words(this::around, WORDS);
  }

  private void around(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int least = Math.max(s.from(), from - REACH);
    int line = Nearby.lineStart(b, s.from(), from, REACH);
    if (FIRST.lastWhole(b, line, from) >= 0) {
      return;
    }
    int past = Bytes.find(b, to, Math.min(s.to(), to + REACH), '\n');
    boolean found = parts(s, line, past, APART);
    if (found) {
      span(b, line, past);
    } else if (isBlock(b, to, past)) {
      found = parts(s, from, Math.min(s.to(), to + REACH), REACH);
      start = Math.min(start, from);
      end = Math.max(end, past);
    } else if (isLabelled(b, to, past) && FIRST.lastWhole(b, least, from) < 0) {
      found = parts(s, least, Math.min(s.to(), to + REACH), APART);
      start = Math.min(start, from);
      end = Math.max(end, past);
    }
    if (found) {
      int trimmed = Bytes.trimEnd(b, start, end);
      while (trimmed > start && ".,;})".indexOf(b[trimmed - 1]) >= 0) {
        trimmed--;
      }
      s.reportAsSpelled(Category.NETWORK_LEASE, start, trimmed, 80, Score.SHAPE | Score.CONTEXT);
    }
  }

  /// Whether the word opens the block of one lease in a server's file.
  private static boolean isBlock(byte[] b, int to, int lineEnd) {
    return lineEnd > to && b[Bytes.trimEnd(b, to, lineEnd) - 1] == '{';
  }

  /// Whether the word is a label.
  private static boolean isLabelled(byte[] b, int to, int lineEnd) {
    int i = to;
    while (i < lineEnd && (Bytes.alphanumeric(b[i]) || b[i] == '-' || b[i] == '_')) {
      i++;
    }
    return i < lineEnd && (b[i] == ':' || b[i] == '=');
  }

  /// Whether an address and a hardware address stand in [from, to), at most `apart` from one
  /// another.
  private boolean parts(Scan s, int from, int to, int apart) {
    byte[] b = s.bytes();
    int host = -1;
    int hostEnd = -1;
    int mac = -1;
    int macEnd = -1;
    for (int i = from; i + 7 <= to && (host < 0 || mac < 0); i++) {
      boolean starts = Bytes.hex(b[i]) >= 0 && (i == s.from() || !Bytes.alphanumeric(b[i - 1]));
      if (starts && mac < 0) {
        macEnd = macs.device(b, i, to, s.allowsNobody());
        mac = macEnd > 0 ? i : -1;
      }
      if (starts && host < 0 && mac != i && (i == s.from() || b[i - 1] != '.')) {
        hostEnd = hosts.host(b, i, to, s.allowsNobody());
        host = hostEnd > 0 ? i : -1;
      }
    }
    start = Math.min(host, mac);
    end = Math.max(hostEnd, macEnd);
    return start >= 0 && Math.max(host, mac) - start <= apart;
  }

  /// The lease begins at the verb of the protocol or at its time, and ends with its sentence.
  private void span(byte[] b, int line, int past) {
    int message = MESSAGES.lastIn(b, line, start);
    if (message >= 0) {
      start = message;
    } else if (start - EPOCH - 1 >= line && b[start - 1] == ' ' && isTime(b, start - EPOCH - 1)) {
      start -= EPOCH + 1;
    }
    int most = Math.min(past, end + TAIL);
    while (end < most) {
      boolean dot = b[end] == '.' && (end + 1 == past || b[end + 1] == ' ');
      boolean stop = end + 2 < past && b[end] == (byte) 0xE3 && isFullStop(b, end);
      boolean cell = end + 1 < past && b[end] == ',' && b[end + 1] > ' ';
      boolean quote = end + 1 < past && b[end] == '\'' && !Bytes.letter(b[end + 1]);
      if (dot || stop || cell || quote || "\";|\t\\".indexOf(b[end]) >= 0 || isPair(b, end, past)) {
        return;
      }
      end++;
    }
    while (end < past && (b[end] & 0xC0) == 0x80) {
      end++;
    }
  }

  /// Whether the character of three bytes at `at` is 。
  private static boolean isFullStop(byte[] b, int at) {
    return b[at + 1] == (byte) 0x80 && b[at + 2] == (byte) 0x82;
  }

  /// Whether a blank and `key=value` stand here, or a comma, a blank and `key: value`, as logs have
  /// them.
  private static boolean isPair(byte[] b, int at, int to) {
    boolean comma = b[at] == ',' && at + 1 < to && b[at + 1] == ' ';
    int first = at + (comma ? 2 : 1);
    int i = first;
    while (i < to && (Bytes.letter(b[i]) || b[i] == '_')) {
      i++;
    }
    boolean key = i > first && i + 1 < to && (b[at] == ' ' || comma);
    return key && b[i] == (comma ? ':' : '=');
  }

  private static boolean isTime(byte[] b, int at) {
    for (int i = at; i < at + EPOCH; i++) {
      if (!Bytes.digit(b[i])) {
        return false;
      }
    }
    return true;
  }
}
