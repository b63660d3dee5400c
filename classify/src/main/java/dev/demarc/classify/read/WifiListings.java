package dev.demarc.classify.read;

import dev.demarc.classify.family.network.MacAddresses;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.View;

/// Reads listings of Wi-Fi networks in columns, as `nmcli dev wifi` and `airport -s` print them. A
/// network's name may hold spaces and a column may be empty, so a row is read around the address of
/// its access point, which has a shape.
final class WifiListings {
  private final Scanner scanner;
  private final MacAddresses macs = new MacAddresses();

  WifiListings(Scanner scanner) {
    this.scanner = scanner;
  }

  /// Reads the listing whose header is the line at [at, lineEnd) and returns the offset after it,
  /// or -1 if none starts there.
  int read(View view, int at, int lineEnd, int to) {
    byte[] b = view.bytes();
    int bssid = word(b, at, lineEnd, "BSSID");
    int ssid = word(b, at, lineEnd, "SSID");
    if (bssid < 0 || ssid < 0 || Bytes.find(b, at, lineEnd, ':') < lineEnd) {
      return -1;
    }
    scanner.scan(view, at, lineEnd, Field.NONE, true);
    int row = lineEnd + 1;
    while (row < to) {
      int end = Bytes.find(b, row, to, '\n');
      int mac = mac(b, row, end);
      if (mac < 0) {
        break;
      }
      row(view, row, mac, end, ssid < bssid);
      row = end + 1;
    }
    return Math.min(row, to);
  }

  private void row(View view, int from, int mac, int end, boolean nameFirst) {
    byte[] b = view.bytes();
    int macEnd = macs.octets(b, mac, end, (byte) ':');
    scanner.scan(view, mac, macEnd, Field.BSSID, true);
    int nameFrom = nameFirst ? from : Bytes.skipBlanks(b, macEnd, end);
    int nameTo = nameFirst ? mac : columnEnd(b, nameFrom, end);
    scanner.scan(view, nameFrom, nameTo, nameFrom < nameTo ? Field.SSID : Field.NONE, true);
    int restFrom = nameFirst ? signal(view, macEnd, end) : nameTo;
    scanner.scan(view, restFrom, end, Field.NONE, true);
  }

  /// Reads the signal directly after an address and returns the offset after it.
  private int signal(View view, int from, int end) {
    byte[] b = view.bytes();
    int start = Bytes.skipBlanks(b, from, end);
    int to = start < end && b[start] == '-' ? Bytes.find(b, start, end, ' ') : from;
    if (to > start) {
      scanner.scan(view, start, to, Field.WIFI_USAGE, true);
    }
    return Math.max(from, to);
  }

  private static int columnEnd(byte[] b, int from, int to) {
    int i = from;
    while (i < to && !(b[i] == ' ' && i + 1 < to && b[i + 1] == ' ') && b[i] != '\t') {
      i++;
    }
    return i;
  }

  private int mac(byte[] b, int from, int to) {
    for (int i = from; i + 17 <= to; i++) {
      boolean starts = i == from || !Bytes.alphanumeric(b[i - 1]);
      if (starts && b[i + 2] == ':' && macs.octets(b, i, to, (byte) ':') == i + 17) {
        return i;
      }
    }
    return -1;
  }

  private static int word(byte[] b, int from, int to, String word) {
    for (int i = from; i + word.length() <= to; i++) {
      boolean free = i == from || b[i - 1] == ' ' || b[i - 1] == '\t';
      int end = i + word.length();
      if (free
          && matches(b, i, word)
          && (end == to || b[end] == ' ' || b[end] == '\t' || b[end] == '\r')) {
        return i;
      }
    }
    return -1;
  }

  private static boolean matches(byte[] b, int at, String word) {
    for (int k = 0; k < word.length(); k++) {
      if (b[at + k] != word.charAt(k)) {
        return false;
      }
    }
    return true;
  }
}
