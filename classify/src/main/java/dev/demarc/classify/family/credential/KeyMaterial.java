package dev.demarc.classify.family.credential;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.SecretShape;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;
import java.util.Arrays;
import java.util.Base64;

/// Credentials that are told by their structure: signed assertions (RFC 7519), private keys in PEM
/// (RFC 7468), bots' keys that begin with an account's number, and web hooks, whose address is all
/// that one needs to know to write to them.
public final class KeyMaterial implements Family {
  private static final int POINTS = 95;
  private static final int LONGEST_PEM = 1 << 15;

  /// A header may hold a chain of certificates (RFC 7515 section 4.1.6).
  private static final int LONGEST_HEADER = 1 << 13;

  private static final int LONGEST_LEAD = 64;
  private static final int LONGEST_HOOK = 256;
  private static final Words TWILIO =
      new Words("twilio", "account sid", "account_sid", "accountsid", "accounts/", "sid");

  private static final Words ALGORITHM = new Words("\"alg\"", "\"enc\"");
  private static final Words PRIVATE = new Words("private key");
  private static final String END = "-----end ";
  private static final Words EDGES = new Words(END, "-----begin ");

  @Override
  public void declare(Triggers triggers) {
    triggers.words(KeyMaterial::assertion, "eyj");
    triggers.words(KeyMaterial::pem, "-----begin ");
    triggers.at(':', KeyMaterial::telegram);
    triggers.codes(22, 28, KeyMaterial::discord);
    triggers.codes(34, 34, KeyMaterial::twilio);
    triggers.words(KeyMaterial::airtable, "pat");
    triggers.codes(14, 14, KeyMaterial::terraform);
    triggers.codes(32, 32, KeyMaterial::mailchimp);
    triggers.anywhere(KeyMaterial::azure, "q~");
    triggers.words(
        KeyMaterial::hook,
        "hooks.slack.com/services/",
        "hooks.slack.com/workflows/",
        "discord.com/api/webhooks/",
        "discordapp.com/api/webhooks/",
        "open.feishu.cn/open-apis/bot/v2/hook/",
        "open.larksuite.com/open-apis/bot/v2/hook/",
        "qyapi.weixin.qq.com/cgi-bin/webhook/send?key=",
        "webhook.office.com/webhookb2/");
  }

  private static void take(Scan s, int from, int to, int evidence) {
    s.reportAsSpelled(Category.CREDENTIAL_KEY, from, to, POINTS, evidence);
  }

  // Signed assertions.

  private static void assertion(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean spelled = b[from] == 'e' && b[from + 1] == 'y' && b[from + 2] == 'J';
    if (!spelled || isInside(b, s.from(), from)) {
      return;
    }
    int header = code(b, from, Math.min(s.to(), from + LONGEST_HEADER));
    if (header - from < 12 || header >= s.to() || b[header] != '.') {
      return;
    }
    if (!isHeader(b, from, header)) {
      return;
    }
    int end = header;
    int parts = 1;
    while (parts < 5 && end < s.to() && b[end] == '.') {
      int next = code(b, end + 1, s.to());
      if (next == end + 1 && (next >= s.to() || b[next] != '.')) {
        break;
      }
      end = next;
      parts++;
    }
    if (parts >= 3 || (parts == 2 && end - header > 9)) {
      take(s, from, end, Score.PREFIX | Score.SHAPE | Score.CHECKSUM);
    }
  }

  /// Whether the code of which `at` is part began so far before it that no name or word leads to an
  /// assertion there.
  private static boolean isInside(byte[] b, int from, int at) {
    int least = Math.max(from, at - LONGEST_LEAD);
    int i = at;
    while (i > least && isCode(b[i - 1])) {
      i--;
    }
    return i == least && least > from && isCode(b[least - 1]);
  }

  /// Whether it decodes to JSON that names an algorithm.
  private static boolean isHeader(byte[] b, int from, int to) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(Arrays.copyOfRange(b, from, to));
      int last = Bytes.trimEnd(json, 0, json.length);
      boolean whole = last > 2 && json[0] == '{' && json[last - 1] == '}';
      return whole && ALGORITHM.standIn(json, 0, json.length);
    } catch (IllegalArgumentException ignored) {
      return false;
    }
  }

  private static int code(byte[] b, int from, int to) {
    int i = from;
    while (i < to && isCode(b[i])) {
      i++;
    }
    return i;
  }

  private static boolean isCode(byte c) {
    return Bytes.alphanumeric(c) || c == '_' || c == '-';
  }

  // Private keys.

  private static void pem(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to(), from + LONGEST_PEM);
    int name = to;
    while (name < limit
        && name - to < 40
        && (Bytes.letter(b[name]) || b[name] == ' ' || Bytes.digit(b[name]))) {
      name++;
    }
    boolean secret = PRIVATE.standIn(b, to, name);
    if (!secret || !Bytes.at(b, name, limit, "-----")) {
      return;
    }
    int edge = EDGES.endOfFirst(b, name + 5, limit);
    boolean ends = edge > 0 && Bytes.at(b, edge - END.length(), limit, END);
    int end = ends ? footer(b, edge, limit) : bodyEnd(b, name + 5, limit);
    if (end - name > 40) {
      take(s, from, end, Score.PREFIX | Score.SHAPE);
    }
  }

  private static int footer(byte[] b, int from, int limit) {
    int i = from;
    while (i < limit && b[i] != '-' && b[i] != '\n' && b[i] != '"') {
      i++;
    }
    while (i < limit && b[i] == '-') {
      i++;
    }
    return i;
  }

  /// Where the body of a block ends whose footer is not there: base64, line ends and what spells
  /// them.
  private static int bodyEnd(byte[] b, int from, int limit) {
    int i = from;
    while (i < limit && (Bytes.alphanumeric(b[i]) || "+/=\n\r\\".indexOf(b[i]) >= 0)) {
      i++;
    }
    return Bytes.trimEnd(b, from, i);
  }

  // Keys of bots and services.

  /// A bot's number, a colon, and 35 characters.
  private static int telegram(Scan s, int colon) {
    byte[] b = s.bytes();
    if (colon - 8 < s.from() || !Bytes.digit(b[colon - 1]) || s.to() - colon < 36) {
      return -1;
    }
    int start = colon;
    while (start > s.from() && colon - start < 11 && Bytes.digit(b[start - 1])) {
      start--;
    }
    int end = code(b, colon + 1, s.to());
    boolean path = start - 3 >= s.from() && Bytes.at(b, start - 3, start, "bot");
    boolean free = start == s.from() || !Bytes.alphanumeric(b[start - 1]) || path;
    boolean long35 = end - colon - 1 == 35 && colon - start >= 8 && colon - start <= 10;
    if (!free || !long35 || !SecretShape.isRandom(b, colon + 1, end, 35)) {
      return -1;
    }
    take(s, start, end, Score.SHAPE);
    return end;
  }

  /// The base64 of an account's number, a time, and a code, points between them.
  private static void discord(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (to >= s.to() || b[to] != '.' || (b[from] != 'M' && b[from] != 'N' && b[from] != 'O')) {
      return;
    }
    int time = code(b, to + 1, s.to());
    if (time - to - 1 < 5 || time - to - 1 > 7 || time >= s.to() || b[time] != '.') {
      return;
    }
    int end = code(b, time + 1, s.to());
    if (end - time - 1 >= 25 && end - time - 1 <= 40) {
      take(s, from, end, Score.SHAPE);
    }
  }

  private static void twilio(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean key = b[from] == 'S' && b[from + 1] == 'K';
    boolean account = b[from] == 'A' && b[from + 1] == 'C';
    if ((!key && !account) || !isHex(b, from + 2, to) || SecretShape.isFilling(b, from + 2, to)) {
      return;
    }
    if (key || s.after(TWILIO, from) || s.before(TWILIO, to)) {
      take(s, from, to, Score.PREFIX | Score.SHAPE);
    }
  }

  private static boolean isHex(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Bytes.hex(b[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  /// `pat`, fourteen characters, a point, and 64 hexadecimal digits.
  private static void airtable(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int point = to + 14;
    if (b[from] != 'p' || point >= s.to() || b[point] != '.' || code(b, to, point) != point) {
      return;
    }
    int end = code(b, point + 1, s.to());
    if (end - point == 65 && isHex(b, point + 1, end)) {
      take(s, from, end, Score.SHAPE);
    }
  }

  private static void terraform(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (Bytes.at(b, to, s.to(), ".atlasv1.")) {
      int end = code(b, to + 9, s.to());
      if (end - to - 9 >= 60) {
        take(s, from, end, Score.SHAPE);
      }
    }
  }

  /// 32 hexadecimal digits and the data centre.
  private static void mailchimp(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int end = to + 3;
    if (Bytes.at(b, to, s.to(), "-us")
        && end < s.to()
        && Bytes.digit(b[end])
        && isHex(b, from, to)) {
      while (end < s.to() && Bytes.digit(b[end])) {
        end++;
      }
      take(s, from, end, Score.SHAPE);
    }
  }

  /// A client's secret of a directory: three characters, a digit, `Q~`, and 31 to 34 more.
  private static void azure(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int start = from - 4;
    if (start < s.from() || b[from] != 'Q' || !Bytes.digit(b[from - 1])) {
      return;
    }
    int end = to;
    int most = Math.min(s.to(), to + 35);
    while (end < most
        && (Bytes.alphanumeric(b[end]) || (b[end] > 0 && "_-.~".indexOf(b[end]) >= 0))) {
      end++;
    }
    boolean free = start == s.from() || !Bytes.alphanumeric(b[start - 1]);
    if (free && end - to >= 31 && end - to <= 34) {
      take(s, start, end, Score.SHAPE);
    }
  }

  // Web hooks.

  private static void hook(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int end = to;
    int most = Math.min(s.to(), to + LONGEST_HOOK);
    while (end < most
        && (Bytes.alphanumeric(b[end]) || (b[end] > 0 && "/_-@.".indexOf(b[end]) >= 0))) {
      end++;
    }
    while (end > to && (b[end - 1] == '.' || b[end - 1] == '/')) {
      end--;
    }
    int start = from;
    int least = Math.max(s.from(), from - LONGEST_HOOK);
    while (start > least && (Bytes.alphanumeric(b[start - 1]) || ".-".indexOf(b[start - 1]) >= 0)) {
      start--;
    }
    if (start - 3 >= least && Bytes.at(b, start - 3, s.to(), "://")) {
      start -= 3;
      while (start > least && Bytes.letter(b[start - 1])) {
        start--;
      }
    }
    if (end - to >= 24 && !SecretShape.isFilling(b, to, end) && !SecretShape.isSample(b, to, end)) {
      take(s, start, end, Score.PREFIX | Score.SHAPE);
    }
  }
}
