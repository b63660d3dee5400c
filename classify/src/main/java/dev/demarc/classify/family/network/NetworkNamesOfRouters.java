package dev.demarc.classify.family.network;

import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Names of Wi-Fi networks as makers and carriers give them to their routers: a word of theirs and
/// the end of a serial number or hardware address. Whoever leaves the name as it was can be found
/// by it, and it stands in any sentence that speaks of a network.
public final class NetworkNamesOfRouters implements Family {
  private static final int FAR = 96;
  private static final int LONGEST = 32;

  /// A number of more digits is a product's: those of the code that a till scans are twelve.
  private static final int MOST_DIGITS = 11;

  /// Words that nothing else of the maker's begins with, with the sign that divides.
  private static final String[] DIVIDED = {
    "tp-link_",
    "tp_link_",
    "mercusys_",
    "mercury_",
    "tplink_",
    "tplink-",
    "phicomm_",
    "netcore_",
    "tenda_",
    "dlink-",
    "d-link-",
    "asus_",
    "linksys-",
    "huawei-",
    "huawei_",
    "honor-",
    "xiaomi_",
    "miwifi_",
    "redmi_",
    "zte_",
    "h3c_",
    "cmcc-",
    "chinanet-",
    "chinaunicom-",
    "cu_",
    "@ruijie-s",
    "jazztel_",
    "orange-",
    "orange_swiatlowod_",
    "vodafone-",
    "wlan-",
    "telekom-",
    "magenta-",
    "play_swiatlowod_",
    "bthub6-",
    "bthub5-",
    "bthub4-",
    "plusnet-",
    "ee-brightbox-",
    "xfinity-",
    "androidap_",
    "androidap-",
    "funbox-",
    "funbox2-",
    "funbox3-",
    "homebox-",
    "netiaspot-",
    "inea-",
    "zyxel_",
    "zyxel-",
    "verizon_",
    "fios-",
    "spectrumsetup-",
    "vodafone_"
  };

  /// Words of carriers with the sign that divides, where nobody else's numbers begin so.
  private static final String[] CARRIERS = {
    "livebox-",
    "freebox-",
    "bbox-",
    "sfr_",
    "sfr-",
    "neufbox_",
    "numericable-",
    "movistar_",
    "movistar-",
    "mifibra-",
    "easybox-",
    "fastweb-1-",
    "fastweb-",
    "iliadbox-",
    "infostradawifi-",
    "windtre-",
    "wind3 hub-",
    "tmobile-",
    "magentawlan-",
    "vodafonewifi-",
    "ziggo-",
    "experia-"
  };

  /// Words of carriers that are short or common, so that at least six of a code have to follow.
  private static final String[] SHORT = {"bt-", "ee-", "tim-", "meo-", "nos-", "tmnl-", "digi-"};

  /// Words of carriers that a code of capitals and digits follows at once.
  private static final String[] CODED = {"talktalk", "sky", "kpn", "ziggo", "lowi", "att"};

  private static final int[] CODE_LENGTHS = {6, 5, 6, 7, 4, 7};

  /// Words that digits follow at once, and how many at least.
  private static final String[] GLUED = {"netgear", "o2-wlan", "androidap", "linksys", "upc", "vm"};

  private static final int[] LEAST = {2, 2, 4, 5, 7, 7};

  private static final Words BANDS = Words.of("5g|5ghz|2g|2.4g|2.4ghz|6g|ext|plus|guest|iot");

  private static final Words SPOKEN_OF =
      Words.of(
          "wifi|wi-fi|wlan|wireless|ssid|hotspot|network|netz|router|internet|signal|connect|"
              + "conect|sieć|sieci|łącz|réseau|drahtlos|inalámbric|sans fil|"
              + "无线|热点|路由|连|信号|网络|接入");

  /// Those that stand inside other words too.
  private static final Words WHOLE = Words.of("red|rete|join|joins|joined|joining");

  /// What says that a code is one of a Wi-Fi, where other things have codes like it.
  private static final Words WIFI =
      Words.of("wifi|wi-fi|wlan|wireless|ssid|hotspot|sans fil|inalámbric|drahtlos|无线|热点");

  /// What else has codes, directly before one.
  private static final Words CODES =
      Words.of(
          "ticket|part|parts|error|code|fehlercode|flight|vol|flug|vuelo|volo|model|modell|modèle|"
              + "modelo|modello|order|invoice|case|item|sku|number|no|nr|scan|barcode|ref|id|issue|"
              + "航班|型号|工单|订单|编号|错误|错误码");

  /// What is said of networks that somebody looks at.
  private static final Words SEEN =
      Words.of(
          "je vois|vedo|veo |vejo|widzę|sehe|i see|it says|shows up|lista|liste|the list|hub|box|"
              + "sticker|étiquette|aufkleber|pegatina|etichetta|naklej|répéteur|repeater|看到|列表|搜");

  @Override
  public void declare(Triggers triggers) {
    triggers.words((s, from, to) -> divided(s, from, to, false), DIVIDED);
    triggers.words((s, from, to) -> divided(s, from, to, true), CARRIERS);
    triggers.words(NetworkNamesOfRouters::shortened, SHORT);
    triggers.words(NetworkNamesOfRouters::numbered, "speedport_", "speedport-");
    for (int k = 0; k < CODED.length; k++) {
      int length = CODE_LENGTHS[k];
      triggers.words((s, from, to) -> coded(s, from, to, length), CODED[k]);
    }
    for (int k = 0; k < GLUED.length; k++) {
      int least = LEAST[k];
      triggers.words((scan, from, to) -> glued(scan, from, to, least), GLUED[k]);
    }
    triggers.words(NetworkNamesOfRouters::direct, "direct-");
    triggers.words(NetworkNamesOfRouters::fritz, "fritz!box ");
  }

  private static void divided(Scan s, int from, int to, boolean carrier) {
    byte[] b = s.bytes();
    int end = to;
    while (end < s.to() && end - to < LONGEST && Bytes.alphanumeric(b[end])) {
      end++;
    }
    if (end < s.to() && b[end] == '-' && isIssued(b, to, end)) {
      // The model stands before the number: `B311-7A2C`.
      int last = end(s, end + 1);
      end = isIssued(b, end + 1, last) ? last : end;
    }
    int band = bandEnd(b, end, s.to());
    boolean model = !carrier && b[to - 1] == '-' && isModel(b, to, end);
    if (isIssued(b, to, Bytes.find(b, to, end, '-')) && band > 0 && !model) {
      report(s, from, band, carrier);
    } else if (end - to <= 2 && end < s.to() && b[end] == '_') {
      // The band stands before the number: `5G_88F1`.
      int last = end(s, end + 1);
      if (isIssued(b, end + 1, last)) {
        report(s, from, last, carrier);
      }
    }
  }

  /// `BT-KQA7XF`, `TIM-29461058`: six capitals and digits or more, or eight digits, which are more
  /// than the numbers of tickets have.
  private static void shortened(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int end = codeEnd(b, to, s.to());
    int digits = digits(b, to, end);
    int length = end - to;
    boolean mixed = length >= 6 && digits > 0 && digits < length;
    boolean code = length <= 12 && (mixed || (length >= 8 && digits == length));
    int band = code ? bandEnd(b, end, s.to()) : -1;
    if (band > 0 && Bytes.capital(b[from]) && isOfWifi(s, from, band)) {
      report(s, from, band, true);
    }
  }

  /// `SKY4F9B2`: a code of this length, of which two are digits and one is none.
  private static void coded(Scan s, int from, int to, int length) {
    byte[] b = s.bytes();
    int end = codeEnd(b, to, s.to());
    int digits = digits(b, to, end);
    boolean code = end - to == length && digits > 1;
    int band = code ? bandEnd(b, end, s.to()) : -1;
    if (band > 0 && Bytes.capital(b[from]) && isOfWifi(s, from, band)) {
      report(s, from, band, true);
    }
  }

  /// Whether something around a short code says that it is a network's, and nothing before it that
  /// it is another thing's.
  private static boolean isOfWifi(Scan s, int from, int end) {
    byte[] b = s.bytes();
    int near = Math.max(s.from(), from - FAR);
    int far = Math.min(s.to(), end + FAR);
    boolean told = s.nearWifi(from) || WIFI.standIn(b, near, from) || WIFI.standIn(b, end, far);
    told |= Nearby.lastBegun(SEEN, b, near, from) >= 0 || Nearby.lastBegun(SEEN, b, end, far) >= 0;
    int past = from;
    while (past > near && " :#\"".indexOf(b[past - 1]) >= 0) {
      past--;
    }
    int code = CODES.startOfLast(b, near, past);
    boolean whole = code == near || (code > near && !Bytes.alphanumeric(b[code - 1]));
    return told && !(whole || (code >= 0 && b[code] < 0));
  }

  /// `Speedport_W724_01081905_A`: six digits in a row somewhere behind the model.
  private static void numbered(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int end = end(s, to);
    int run = 0;
    int longest = 0;
    for (int i = to; i < end; i++) {
      run = Bytes.digit(b[i]) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    if (longest >= 6) {
      report(s, from, end, true);
    }
  }

  /// Where the capitals and digits end that begin at `at`, or `at` where a small letter goes on.
  private static int codeEnd(byte[] b, int at, int to) {
    int i = at;
    while (i < to && i - at <= LONGEST && (Bytes.capital(b[i]) || Bytes.digit(b[i]))) {
      i++;
    }
    return i < to && Bytes.letter(b[i]) ? at : i;
  }

  private static int digits(byte[] b, int from, int to) {
    int digits = 0;
    for (int i = from; i < to; i++) {
      digits += Bytes.digit(b[i]) ? 1 : 0;
    }
    return digits;
  }

  /// Whether a letter and three digits are all, as models are numbered.
  private static boolean isModel(byte[] b, int from, int to) {
    return to - from == 4 && Bytes.letter(b[from]) && digits(b, from + 1, to) == 3;
  }

  /// Whether the rest is the end of a number or hardware address: four to twelve digits and
  /// letters, of which small ones stand for hexadecimal digits or beside capitals, and no year.
  private static boolean isIssued(byte[] b, int from, int to) {
    int digits = 0;
    boolean capital = false;
    boolean hex = true;
    boolean small = false;
    for (int i = from; i < to; i++) {
      digits += Bytes.digit(b[i]) ? 1 : 0;
      capital |= b[i] >= 'A' && b[i] <= 'Z';
      small |= b[i] >= 'a';
      hex &= Bytes.hex(b[i]) >= 0;
    }
    int length = to - from;
    boolean year = length == 4 && digits == 4 && (b[from] == '2' || b[from] == '1');
    return length > 3 && length <= 12 && digits > 0 && !year && (!small || hex || capital);
  }

  private static void glued(Scan s, int from, int to, int least) {
    byte[] b = s.bytes();
    int digits = digitsEnd(s, to);
    int end = end(s, to);
    boolean free = end == s.to() || !Bytes.alphanumeric(b[end]);
    boolean band = free && (end == digits || b[digits] == '-' || b[digits] == '_');
    boolean capital = b[from] < 'a' || Bytes.find(b, from, to, '-') < to;
    boolean few = digits - to <= MOST_DIGITS;
    if (digits - to >= least && few && band && capital) {
      report(s, from, end);
    }
  }

  /// Wi-Fi Direct: two characters chosen at random, and what the device calls itself.
  private static void direct(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int end = end(s, to);
    boolean shaped = b[from] == 'D' && b[from + 1] == 'I' && end > to + 3 && b[to + 2] == '-';
    if (shaped && Bytes.alphanumeric(b[to]) && Bytes.alphanumeric(b[to + 1])) {
      report(s, from, end);
    }
  }

  /// Words of two capitals that follow the model in sentences.
  private static final Words SHORTENED =
      Words.of(
          "ip|os|ui|tr|tv|pc|hd|sd|ac|dc|wg|wr|it|am|es|gb|mb|nr|pv|qr|sn|fw|hw|sw|ap|eu|uk|de");

  /// The model is no name until two capitals follow it.
  private static void fritz(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int digits = digitsEnd(s, to);
    int end = digits + 3;
    boolean shaped = digits - to == 4 && end <= s.to() && b[digits] == ' ';
    boolean letters = shaped && isOfCode(b[digits + 1]) && isOfCode(b[digits + 2]);
    letters &= letters && SHORTENED.endAt(b, digits + 1, end) < 0;
    if (letters && (end == s.to() || (b[end] != '-' && !Bytes.alphanumeric(b[end])))) {
      int more = Bytes.at(b, end, s.to(), " ext") ? end + 4 : end;
      if (more > end && (more == s.to() || !Bytes.alphanumeric(b[more]))) {
        // Nothing but a network is called so.
        NetworkNamesInProse.report(s, from, more);
      } else {
        report(s, from, end, true);
      }
    }
  }

  /// Whether it is a letter of a box's own code; `AX` is of its standard.
  private static boolean isOfCode(byte c) {
    return Bytes.capital(c) && c != 'X';
  }

  /// Offset after what says at `at` which band or extension the network is, `at` where nothing
  /// does, or -1 where the word goes on otherwise.
  private static int bandEnd(byte[] b, int at, int to) {
    if (at == to || (b[at] != '-' && b[at] != '_')) {
      return at;
    }
    int end = BANDS.endAt(b, at + 1, to);
    return end > 0 && (end == to || !Bytes.alphanumeric(b[end])) ? end : -1;
  }

  /// Offset after the digits that go on at `at`, of which `end` reads as many.
  private static int digitsEnd(Scan s, int at) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to(), at + LONGEST);
    int i = at;
    while (i < limit && Bytes.digit(b[i])) {
      i++;
    }
    return i;
  }

  /// Offset after the letters, digits and signs inside that go on at `at`.
  private static int end(Scan s, int at) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to(), at + LONGEST);
    int i = at;
    while (i < limit && (Bytes.alphanumeric(b[i]) || b[i] == '_' || b[i] == '-')) {
      i++;
    }
    while (i > at && !Bytes.alphanumeric(b[i - 1])) {
      i--;
    }
    return i;
  }

  private static boolean isSpokenOf(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      int end = i == from || !Bytes.letter(b[i - 1]) ? WHOLE.endAt(b, i, to) : -1;
      if (end > 0 && (end == to || (b[end] >= 0 && !Bytes.alphanumeric(b[end])))) {
        return true;
      }
    }
    return false;
  }

  private static void report(Scan s, int from, int end) {
    report(s, from, end, false);
  }

  private static void report(Scan s, int from, int end, boolean carrier) {
    byte[] b = s.bytes();
    boolean part = from > s.from() && "_-./\\@".indexOf(b[from - 1]) >= 0;
    boolean path = end + 1 < s.to() && "/.@(=".indexOf(b[end]) >= 0 && Bytes.letter(b[end + 1]);
    int near = Math.max(s.from(), from - FAR);
    int far = Math.min(s.to(), end + FAR);
    boolean told =
        SPOKEN_OF.standIn(b, near, from)
            || SPOKEN_OF.standIn(b, end, far)
            || isSpokenOf(b, near, from)
            || isSpokenOf(b, end, far)
            || s.nearWifi(from);
    told |= carrier && (SEEN.standIn(b, near, from) || SEEN.standIn(b, end, far));
    if (!part && !path && told) {
      NetworkNamesInProse.report(s, from, end);
    }
  }
}
