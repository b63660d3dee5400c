package dev.demarc.classify.family.contact;

import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Words that say of a number behind them that it is one to call, or one of something else.
final class PhoneWords {
  private static final int LONGEST_LINE = 160;
  private static final int LONGEST_HEAD = 60;
  private static final Words ASKED_WORDS =
      Words.of(
          "number|phone|mobile|cell|call|reach|text|numer|nummer|numéro|número|numero|telefon"
              + "|handy|电话|手机|号码|手機|電話");

  private static final Words PHONE_WORDS =
      new Words(
          "phone",
          "mobile",
          "whatsapp",
          "wechat",
          "text me",
          "ring me",
          "please ring",
          "打我",
          "打了",
          "打给",
          "打这",
          "请打",
          "拨",
          "总机",
          "座机",
          "contact",
          "number is",
          "number's",
          "my num",
          "mi núm",
          "mi num",
          "mio num",
          "numero è",
          "número é",
          "número es",
          "meu núm",
          "meu num",
          "mon num",
          "mera num",
          "his num",
          "her num",
          "kontakt",
          "hotline",
          "handy",
          "mobil",
          "telefon",
          "portable",
          "téléfono",
          "teléfono",
          "móvil",
          "chiama",
          "cellulare",
          "celular",
          "telemóvel",
          "anruf",
          "zurückruf",
          "dzwo",
          "rufnummer",
          "rückruf",
          "servicenummer",
          "电话",
          "手机",
          "致电",
          "联系",
          "微信",
          "来电",
          "传真",
          "热线",
          "短信",
          "號碼",
          "電話",
          "手機",
          "号码",
          "전화",
          "연락",
          "휴대",
          "携帯",
          "番号");

  /// Those that stand inside other words too (locally, excel, Halifax, Beruf), so that a word has
  /// to begin with them.
  private static final Words SHORT_PHONE_WORDS =
      new Words(
          "tel:", "tel.", "tel ", "cell", "call", "dial", "fax", "reach", "sms", "text ", "gsm",
          "nummer", "ruf", "numer ", "numer:", "numeru", "numerem", "kom.", "tél", "llam", "llám",
          "ligue", "appel");

  /// Those that say so directly before a number only.
  private static final Words DIRECT_WORDS = Words.of("打|打 |拨 |呼|找我|找我 |私聊 ");

  private static final Words OTHER_WORDS =
      new Words(
          "order",
          "preorder",
          "bestell",
          "kundennummer",
          "rechnungsnummer",
          "ticket",
          "invoice",
          "tracking",
          "serial",
          "seriennummer",
          "pp.",
          "vol ",
          "vol.",
          "isbn",
          "sku",
          "version",
          "trace",
          "commit",
          "timestamp",
          "epoch",
          "request id",
          "session",
          "txn",
          "block",
          "account no",
          "case ",
          "part n",
          "part #",
          "订单",
          "单号",
          "流水",
          "编号",
          "工号",
          "学号",
          "会员号",
          "时间戳",
          "运单",
          "快递单",
          "账号",
          "卡号",
          "票号",
          "转单",
          "合同");

  /// What begins the address of an article, in which any word may stand.
  private static final Words ARTICLES = Words.of("doi:|doi.org");

  private PhoneWords() {}

  /// Whether what stands at `at` is part of the address of an article.
  static boolean isOfArticle(Scan s, int at) {
    int article = s.lastBefore(ARTICLES, at);
    return article >= 0 && Bytes.find(s.bytes(), article + 4, at, ' ') == at;
  }

  /// What the nearest telling word before `at` says for or against a telephone.
  static int before(Scan s, int at) {
    int direct = DIRECT_WORDS.startOfLast(s.bytes(), s.from(), at);
    int worded = Math.max(s.lastBefore(PHONE_WORDS, at), direct);
    int phone = Math.max(worded, s.lastBegunBefore(SHORT_PHONE_WORDS, at));
    int other = s.lastBegunBefore(OTHER_WORDS, at);
    if (phone < 0 && other < 0) {
      return aboveOrBefore(s.bytes(), s.from(), at);
    }
    return phone > other ? Score.FOR_CONTEXT : -Score.AGAINST;
  }

  /// What the head of a longer line says of a list of numbers, and for a number that is a line of
  /// its own the question on the line above.
  private static int aboveOrBefore(byte[] b, int from, int at) {
    int line = at;
    boolean alone = true;
    while (line > from && at - line < LONGEST_LINE && b[line - 1] != '\n') {
      alone &= !Bytes.alphanumeric(b[--line]);
    }
    if (!alone) {
      int head = Bytes.find(b, line, Math.min(at, line + LONGEST_HEAD), ':');
      boolean list = head < at && !hasDigit(b, line, head);
      return list && OTHER_WORDS.standIn(b, line, head) ? -Score.AGAINST : 0;
    }
    int above = line - 1;
    while (above > from && line - above < LONGEST_HEAD && b[above - 1] != '\n') {
      above--;
    }
    boolean asked = above >= from && above < line;
    return asked && Nearby.lastBegun(ASKED_WORDS, b, above, line) >= 0 ? Score.FOR_CONTEXT : 0;
  }

  private static boolean hasDigit(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Bytes.digit(b[i])) {
        return true;
      }
    }
    return false;
  }
}
