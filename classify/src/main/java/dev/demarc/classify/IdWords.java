package dev.demarc.classify;

import java.util.EnumMap;
import java.util.Map;

/// Words around the number of an identity document that say what it is, in the languages of those
/// who issue it, and words that say that a number is something else.
final class IdWords {
  private static final int REACH_BACK = 96;
  private static final int REACH_ON = 32;
  private static final Words NONE = new Words();

  /// Running numbers, telephone numbers and amounts: what numbers of this length mostly are.
  private static final Words OTHERS =
      new Words(
          "order",
          "ticket",
          "track",
          "trace",
          "commit",
          "block",
          "serial",
          "imei",
          "isbn",
          "ean",
          "gtin",
          "upc",
          "sku",
          "part",
          "invoice",
          "version",
          "build",
          "epoch",
          "timestamp",
          "phone",
          "tel",
          "fax",
          "mobile",
          "cell",
          "call",
          "account",
          "telefon",
          "zamówieni",
          "faktur",
          "bestell",
          "rechnung",
          "commande",
          "facture",
          "pedido",
          "factura",
          "ordine",
          "fattura",
          "bestelling",
          "model",
          "item",
          "product",
          "snowflake",
          "uid",
          "user id",
          "request",
          "session",
          "job",
          "msg",
          "message id",
          "订单",
          "运单",
          "快递",
          "单号",
          "流水号",
          "编号",
          "手机",
          "电话",
          "型号",
          "注文",
          "주문",
          "電話",
          "전화");

  private static final Map<Field, Words> OWN = own();

  private IdWords() {}

  private static Map<Field, Words> own() {
    Map<Field, Words> own = new EnumMap<>(Field.class);
    put(
        own,
        Field.CN_ID,
        "resident id",
        "chinese id",
        "id card",
        "identity",
        "身份证",
        "身份證",
        "证件",
        "證件",
        "居民",
        "sfz",
        "shenfenzheng");
    put(own, Field.CREDIT_CODE, "credit code", "uscc", "信用代码", "信用代碼", "税号", "纳税人", "营业执照");
    put(
        own,
        Field.PASSPORT,
        "passport",
        "travel document",
        "travel permit",
        "reisepass",
        "passeport",
        "paszport",
        "pasaporte",
        "passaporto",
        "passaporte",
        "paspoort",
        "pasport",
        "паспорт",
        "护照",
        "護照",
        "通行证",
        "通行證",
        "回乡证",
        "回鄉證",
        "台胞证",
        "台胞證",
        "旅行证",
        "证件",
        "パスポート",
        "旅券",
        "여권",
        "travelling on",
        "visa application",
        "border",
        "immigration");
    put(
        own,
        Field.HK_ID,
        "hkid",
        "hong kong id",
        "hong kong identity",
        "hk id",
        "香港身份证",
        "香港身份證",
        "身份證",
        "身份证",
        "证件",
        "證件");
    put(own, Field.MO_ID, "macau", "macao", "bir ", "澳门", "澳門", "身份證", "身份证", "证件", "證件");
    put(
        own,
        Field.TW_ID,
        "taiwan",
        "arc",
        "national id",
        "身分證",
        "身份證",
        "身份证",
        "身分证",
        "統一編號",
        "居留證",
        "台湾",
        "台灣");
    put(
        own,
        Field.US_SSN,
        "ssn",
        "social security",
        "soc sec",
        "social",
        "ss#",
        "ss number",
        "itin",
        "tin",
        "taxpayer",
        "tax id",
        "w-2",
        "w-9",
        "w-7",
        "社会安全号",
        "社安号",
        "seguro social");
    put(
        own,
        Field.PL_ID,
        "pesel",
        "nip",
        "regon",
        "dowod",
        "dowód",
        "dowodu",
        "dowodzie",
        "dowodem",
        "dow. os",
        "dow.os",
        "krs",
        "seria i n",
        "podatnik",
        "vat",
        "podatkow",
        "tożsamości",
        "tozsamosci",
        "polish id",
        "polish identity",
        "polish tax",
        "firma",
        "spółk",
        "sp. z o.o",
        "faktur");
    put(
        own,
        Field.DE_ID,
        "steuer",
        "idnr",
        "idnr.",
        "tin",
        "personalausweis",
        "ausweis",
        "perso",
        "rentenversicherung",
        "sozialversicherung",
        "versicherungsnummer",
        "rvnr",
        "svnr",
        "german tax",
        "german id",
        "finanzamt",
        "vsnr");
    put(
        own,
        Field.FR_ID,
        "nir",
        "insee",
        "sécurité sociale",
        "securite sociale",
        "sécu",
        "secu",
        "carte vitale",
        "vitale",
        "numéro fiscal",
        "numero fiscal",
        "spi",
        "assuré",
        "impôt");
    put(
        own,
        Field.ES_ID,
        "dni",
        "nie",
        "nif",
        "identidad",
        "extranjero",
        "d.n.i",
        "n.i.e",
        "n.i.f",
        "documento");
    put(own, Field.IT_ID, "codice fiscale", "c.f", "cod. fisc", "cf", "fiscale");
    put(
        own,
        Field.GB_ID,
        "national insurance",
        "nino",
        "ni number",
        "ni no",
        "nhs",
        "patient",
        "n.i.",
        "health service");
    put(own, Field.NL_ID, "bsn", "burgerservice", "sofi", "burger", "dutch citizen");
    put(
        own,
        Field.IN_ID,
        "aadhaar",
        "aadhar",
        "adhaar",
        "uidai",
        "uid",
        "pan card",
        "pan",
        "आधार",
        "permanent account");
    put(own, Field.BR_ID, "cpf", "cadastro de pessoa", "contribuinte", "pessoa física", "c.p.f");
    put(
        own,
        Field.KR_ID,
        "rrn",
        "resident registration",
        "jumin",
        "주민등록",
        "주민번호",
        "외국인등록",
        "주민",
        "alien registration");
    put(
        own,
        Field.JP_ID,
        "my number",
        "mynumber",
        "individual number",
        "マイナンバー",
        "個人番号",
        "kojin bango");
    return own;
  }

  private static void put(Map<Field, Words> own, Field field, String... words) {
    own.put(field, new Words(words));
  }

  /// What the key or the words around the value at [from, to) add to its points: [Score#FOR_KEY],
  /// [Score#FOR_CONTEXT], nothing, or less.
  static int points(Scan s, Field own, int from, int to) {
    Field key = s.key(from);
    if (key == own) {
      return Score.FOR_KEY;
    }
    if (key == Field.IDENTITY) {
      return Score.FOR_CONTEXT;
    }
    boolean remote = key == s.hint() && s.to() - s.from() > 2 * (to - from) + 8;
    if (!remote && speaksAgainst(key, own)) {
      return -Score.AGAINST;
    }
    return around(s, OWN.getOrDefault(own, NONE), from, to);
  }

  private static int around(Scan s, Words own, int from, int to) {
    byte[] b = s.bytes();
    int start = lineStart(b, s.from(), from);
    int spoken = own.lastWhole(b, start, from);
    int other = OTHERS.lastWhole(b, start, from);
    if (spoken >= 0 || other >= 0) {
      return spoken >= 0 && own.endAt(b, spoken, from) > other ? Score.FOR_CONTEXT : -Score.AGAINST;
    }
    int end = to;
    while (end < s.to() && end - to < REACH_ON && b[end] != '\n') {
      end++;
    }
    return own.lastWhole(b, to, end) >= 0 ? Score.FOR_CONTEXT : 0;
  }

  /// Where the line of `at` begins, or the line before it where the value begins its line.
  private static int lineStart(byte[] b, int from, int at) {
    int least = Math.max(from, at - REACH_BACK);
    boolean spoken = false;
    int i = at;
    while (i > least && (b[i - 1] != '\n' || !spoken)) {
      i--;
      spoken |= b[i] < 0 || Bytes.alphanumeric(b[i]);
    }
    return i;
  }

  private static boolean speaksAgainst(Field key, Field own) {
    return switch (key) {
      // "PAN" is an Indian tax number too.
      case CARD -> own != Field.IN_ID;
      case NONE, VALUE, SAMPLE, NAME, MEMO, PAYEE, WIFI, OPERATOR, EMAIL, SSID -> false;
      default -> true;
    };
  }
}
