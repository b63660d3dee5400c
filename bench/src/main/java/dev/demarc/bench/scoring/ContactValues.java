package dev.demarc.bench.scoring;

import java.util.Map;

/// E-mail addresses, telephone numbers, and the names of persons in six languages. Word lists of
/// the bank hold the parts; nothing here is a person.
final class ContactValues {
  private final BankWords words;

  ContactValues(BankWords words) {
    this.words = words;
  }

  void into(Map<String, Kind> kinds) {
    kinds.put("email", new Kind("contact.email", this::email));
    kinds.put("emailcn", new Kind("contact.email", this::chineseEmail));
    for (String country : new String[] {"cn", "pl", "de", "fr", "es", "us", "gb"}) {
      kinds.put("phone" + country, new Kind("contact.phone", c -> phone(c, country)));
      kinds.put("address" + country, new Kind("contact.address", c -> address(c, country)));
    }
    kinds.put("phonecnbare", new Kind("contact.phone", ContactValues::mobileChina));
    kinds.put("landcn", new Kind("contact.phone", ContactValues::landlineChina));
    for (String language : new String[] {"en", "pl", "de", "fr", "es"}) {
      kinds.put("name" + language, new Kind("person.name", c -> name(c, language)));
    }
    kinds.put("namecn", new Kind("person.name", this::chineseName));
    kinds.put("surnameen", new Kind("person.name", c -> words.pick(c, "surnames-en")));
  }

  private String email(Chance chance) {
    String first = words.pick(chance, "mail-first");
    String last = words.pick(chance, "mail-last");
    String local =
        switch (chance.between(0, 5)) {
          case 0 -> first + "." + last;
          case 1 -> first.charAt(0) + last + chance.digits(2);
          case 2 -> last + "_" + first;
          case 3 -> first + chance.between(1955, 2009);
          case 4 -> first + "." + last + "+" + chance.pick("shop", "news", "bank");
          default -> first + "-" + last;
        };
    return local + "@" + words.pick(chance, "mail-domains");
  }

  private String chineseEmail(Chance chance) {
    return chance.in(50)
        ? chance.between(1, 9) + chance.digits(8) + "@qq.com"
        : words.pick(chance, "mail-pinyin")
            + chance.digits(3)
            + "@"
            + chance.pick("163.com", "126.com", "sina.cn", "foxmail.com", "aliyun.com");
  }

  private static String mobileChina(Chance chance) {
    return chance.pick("138", "139", "150", "159", "186", "188", "177", "135", "199", "136")
        + chance.digits(8);
  }

  private static String landlineChina(Chance chance) {
    String area = chance.pick("010", "021", "020", "0571", "0755", "028");
    return area + "-" + chance.between(6, 8) + chance.digits(7);
  }

  private static String phone(Chance chance, String country) {
    return switch (country) {
      case "cn" -> {
        String bare = mobileChina(chance);
        String separator = chance.pick(" ", "-");
        String grouped = bare.replaceAll("(...)(....)(....)", "$1-$2-$3").replace("-", separator);
        yield chance.pick("", "+86 ", "86-", "0086 ", "") + (chance.in(60) ? grouped : bare);
      }
      case "pl" ->
          chance.pick("+48 ", "", "0048 ")
              + chance.pick("501", "602", "609", "691", "793")
              + groups(chance, " ", 3, 3);
      case "de" ->
          chance.in(50)
              ? "+49 " + chance.pick("151", "160", "172", "176") + " " + chance.digits(8)
              : chance.pick("030", "089", "040", "0221")
                  + chance.pick(" ", "/")
                  + "4"
                  + chance.digits(6);
      case "fr" ->
          chance.pick("06", "07", "01", "+33 6", "+33 (0)6")
              + groups(chance, chance.pick(" ", "."), 2, 2, 2, 2);
      case "es" ->
          chance.pick("", "+34 ")
              + chance.pick("612", "655", "691", "914")
              + groups(chance, " ", 3, 3);
      case "gb" ->
          chance.pick("07", "+44 7") + chance.pick("412", "812", "523") + " " + chance.digits(6);
      default -> american(chance);
    };
  }

  /// An exchange other than 555, which fiction uses.
  private static String american(Chance chance) {
    String area = chance.pick("212", "415", "312", "617", "206", "713", "404");
    String exchange = chance.between(2, 4) + chance.digits(2);
    String line = chance.digits(4);
    return switch (chance.between(0, 3)) {
      case 0 -> "(" + area + ") " + exchange + "-" + line;
      case 1 -> area + "-" + exchange + "-" + line;
      case 2 -> "+1 " + area + " " + exchange + " " + line;
      default -> area + "." + exchange + "." + line;
    };
  }

  private static String groups(Chance chance, String separator, int... widths) {
    var made = new StringBuilder();
    for (int width : widths) {
      made.append(separator).append(chance.digits(width));
    }
    return made.toString();
  }

  private String address(Chance chance, String country) {
    String street = words.pick(chance, "streets-" + country);
    String town = words.pick(chance, "towns-" + country);
    int number = chance.between(2, 189);
    return switch (country) {
      case "cn" ->
          town
              + street
              + number
              + "号"
              + chance.between(1, 30)
              + "幢"
              + chance.between(1, 4)
              + "单元"
              + chance.between(1, 25)
              + "0"
              + chance.between(1, 6)
              + "室";
      case "pl" -> "ul. " + street + " " + number + "/" + chance.between(1, 60) + ", " + town;
      case "de" -> street + " " + number + chance.pick("", "a", "b") + ", " + town;
      case "fr" -> number + chance.pick(" ", " bis ") + street + ", " + town;
      case "es" ->
          street
              + ", "
              + number
              + ", "
              + chance.between(1, 8)
              + "º "
              + chance.pick("A", "B", "izq.")
              + ", "
              + town;
      case "gb" -> number + " " + street + ", " + town;
      default ->
          chance.between(100, 9900)
              + " "
              + street
              + chance.pick("", ", Apt " + chance.between(1, 40))
              + ", "
              + town;
    };
  }

  private String name(Chance chance, String language) {
    return words.pick(chance, "given-" + language)
        + " "
        + words.pick(chance, "surnames-" + language);
  }

  private String chineseName(Chance chance) {
    String given = words.pick(chance, "given-cn");
    return words.pick(chance, "surnames-cn") + given;
  }
}
