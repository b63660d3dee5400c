package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How people are reached and where they are: telephone numbers, e-mail, addresses, places, and
/// what looks like them and is not.
class ContactTest {
  private static final List<String> MAIL_FRAMES =
      List.of(
          "to %s.",
          "<%s>", "mailto:%s", "(%s)", "%s,x", "write %s now", "邮箱：%s，谢谢", "**%s**", "'%s'");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13812345678 | 我的手机号是13812345678，请回电",
        "138 1234 5678 | 电话138 1234 5678",
        "+86 138-1234-5678 | 联系+86 138-1234-5678谢谢",
        "8613812345678 | call 8613812345678",
        "0086 13812345678 | 打 0086 13812345678",
        "13812345678 | {\"mobile\": 13812345678}",
        "13812345678 | phone=13812345678&x=1",
        "13812345678 | name,phone\\nLi,13812345678",
        "１３８１２３４５６７８ | 手机：１３８１２３４５６７８",
        "一三八一二三四五六七八 | 手机号一三八一二三四五六七八",
        "010-8888 8888 | 办公室010-8888 8888",
        "0755-26770000 | 座机：0755-26770000",
        "(212) 736-5000 | Call me at (212) 736-5000 tomorrow",
        "212-736-5000 | my number is 212-736-5000.",
        "+1 (212) 736-5000 | +1 (212) 736-5000",
        "+1-212-736-5000 | tel:+1-212-736-5000",
        "2127365000 | call 2127365000",
        "212.736.5000 | fax 212.736.5000",
        "212-736-5000 x123 | at 212-736-5000 x123",
        "+48 601 234 567 | zadzwoń +48 601 234 567",
        "601 234 567 | mój numer telefonu 601 234 567",
        "22 123 45 67 | tel. 22 123 45 67",
        "+49 30 12345678 | Tel +49 30 12345678",
        "0171 1234567 | Handy 0171 1234567",
        "030/1234567 | Telefon: 030/1234567",
        "06 12 34 56 78 | appelle-moi au 06 12 34 56 78",
        "612 345 678 | mi teléfono es 612 345 678",
        "07911 123456 | ring me on 07911 123456",
        "020 7946 0958 | call 020 7946 0958",
        "+44 (0)20 7946 0958 | +44 (0)20 7946 0958",
        "+39 347 123 4567 | +39 347 123 4567",
        "+91 98765 43210 | +91 98765 43210",
        "98765 43210 | call 98765 43210",
        "(11) 91234-5678 | ligue (11) 91234-5678",
        "010-1234-5678 | 전화 010-1234-5678",
        "090-1234-5678 | 電話 090-1234-5678",
        "03-1234-5678 | 電話 03-1234-5678",
        "1 (800) 867-5309 | Call 1 (800) 867-5309",
        "612 34 56 78 | llámame al 612 34 56 78",
        "400-820-8820 | 请拨400-820-8820",
        "3105551234 | can u text 3105551234",
      })
  void a_telephone_number_is_found(String number, String text) {
    assertThat(Found.of(Category.PHONE, Found.lines(text))).containsExactly(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"13912345678,13812345679", "13912345678/13812345679"})
  void numbers_of_a_list_are_found(String text) {
    assertThat(Found.of(Category.PHONE, text)).containsExactly("13912345678", "13812345679");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "订单号：13812345678",
        "{\"order_id\": 13812345678}",
        "timestamp 1761388953000 id 14012345678",
        "call 212-555-0147",
        "on 2026-11-23 10:22:33 the price was 1 234 567.89",
        "version 10.2.3456.789 build 20261123",
        "order 212-736-5000-1",
        "uuid 550e8400-e29b-41d4-a716-446655440000",
        "1234567890 2345678901 3456789012",
        "ISBN 978-3-16-148410-0",
        "2026-11-23 2026-11-24",
        "13812345678@qq.com",
        "total 601 234 567 items",
        "GET /api/items/13912345678?x=1",
        "case 030 901820",
        "ip 10.20.30.40 port 8080",
      })
  void what_only_looks_like_a_telephone_number_is_left_alone(String text) {
    assertThat(Found.of(Category.PHONE, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "31.2304, 121.4737 ; We are at 31.2304, 121.4737 now",
        "121.473701,31.230416 ; 坐标121.473701,31.230416",
        "31.2304 | 121.4737 ; {\"lat\": 31.2304, \"lng\": 121.4737}",
        "31.2304 | 121.4737 ; lat: 31.2304, lng: 121.4737",
        "31.2304 | 121.4737 ; ?lat=31.2304&lng=121.4737",
        "31.2304 | 121.4737 ; 纬度31.2304，经度121.4737",
        "121.4737 | 31.2304 ; {\"type\":\"Point\",\"coordinates\":[121.4737,31.2304]}",
        "31.2304 | 121.4737 ; id,lat,lng\\n1,31.2304,121.4737",
        "31°13'49\"N 121°28'25\"E ; at 31°13'49\"N 121°28'25\"E.",
        "北纬31°13′49″，东经121°28′25″ ; 位于北纬31°13′49″，东经121°28′25″附近",
        "31.2304° N, 121.4737° E ; at 31.2304° N, 121.4737° E",
        "geo:31.2304,121.4737 ; at geo:31.2304,121.4737;u=35",
        "31.2304 | 121.4737 ; Breitengrad: 31.2304\\nLängengrad: 121.4737",
        "31.2304 | 121.4737 ; latitud 31.2304 longitud 121.4737",
        "31°13'49.5\"\"N 121°28'25.1\"\"E ; no,text\\n1,\"at 31°13'49.5\"\"N 121°28'25.1\"\"E\"",
        "31°13'49.5\\\"N 121°28'25.1\\\"E ; msg=\"at 31°13'49.5\\\"N 121°28'25.1\\\"E\"",
        "wtw3sj ; my geohash is wtw3sj",
        "121.4737 31.2304 ; POINT(121.4737 31.2304)",
        "8Q336FJV+XX ; code 8Q336FJV+XX ok",
        "wtw3sj ; {\"geohash\":\"wtw3sj\"}",
        "31.2304,121.4737 ; https://maps.google.com/?q=31.2304,121.4737",
        "31.2304,121.4737 ; https://www.google.com/maps/@31.2304,121.4737,17z",
        "31.2304%2C121.4737 ; q=31.2304%2C121.4737",
        "北纬31.2304度，东经121.4737度 ; 位于北纬31.2304度，东经121.4737度",
        "东经121.4737, 北纬31.2304 ; 在东经121.4737, 北纬31.2304处",
        "N31.2304 E121.4737 ; at N31.2304 E121.4737",
      })
  void a_place_is_found(String place, String text) {
    assertThat(Found.of(Category.PRECISE_LOCATION, Found.lines(text))).containsExactly(place);
  }

  @Test
  void each_of_two_coordinates_with_names_is_pointed_at() {
    String keyed = Chat.message("lat=31.2304 acc=8 lon=121.4737");
    String listed = Chat.message("{\"coordinates\":[121.4737,31.2304]}");
    assertThat(Chat.classify(keyed).findings())
        .singleElement()
        .matches(f -> f.stretches().size() == 2);
    assertThat(Chat.classify(listed).findings())
        .singleElement()
        .matches(f -> f.stretches().size() == 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "geohash is used by maps",
        "tensor [12.3312, 44.2211]",
        "versions 1.2304, 3.4737",
        "loss 31.2304, 21.4737",
        "[0.1234, 0.5678, 0.9012]",
        "it is 23°C and 31°C",
        "{\"lat\": 31, \"lng\": 121}",
        "$31.2304, $121.4737",
      })
  void what_only_looks_like_a_place_is_left_alone(String text) {
    assertThat(Found.of(Category.PRECISE_LOCATION, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "350 Fifth Avenue, New York, NY 10118 | ship to 350 Fifth Avenue, New York, NY 10118.",
        "1600 Amphitheatre Pkwy, Apt 4B, Mountain View, CA 94043 | 1600 Amphitheatre Pkwy, Apt 4B,"
            + " Mountain View, CA 94043",
        "10 Downing Street, London SW1A 2AA | I live at 10 Downing Street, London SW1A 2AA",
        "742 Evergreen Terrace | Send it to 742 Evergreen Terrace please",
        "Hauptstraße 12, 10115 Berlin | Adresse: Hauptstraße 12, 10115 Berlin",
        "Lindenallee 5a, 20095 Hamburg | wohnt Lindenallee 5a, 20095 Hamburg",
        "12 rue de la Paix, 75002 Paris | habite 12 rue de la Paix, 75002 Paris",
        "Calle Mayor 5, 28013 Madrid | vivo en Calle Mayor 5, 28013 Madrid",
        "ul. Marszałkowska 10/12, 00-001 Warszawa | mieszkam ul. Marszałkowska 10/12, 00-001"
            + " Warszawa",
        "Via Roma 12, 00184 Roma | abito in Via Roma 12, 00184 Roma",
        "北京市朝阳区建国路88号 | 我住在北京市朝阳区建国路88号。",
        "浙江省杭州市西湖区文三路100号阳光小区3栋2单元501室 | 收货地址：浙江省杭州市西湖区文三路100号阳光小区3栋2单元501室，电话",
        "广东省深圳市南山区科技园南区 | {\"地址\":\"广东省深圳市南山区科技园南区\"}",
        "12 Main St, Springfield | {\"address\":\"12 Main St, Springfield\"}",
        "221B Baker Street, London NW1 6XE | send it to 221B Baker Street, London NW1 6XE as usual",
        "1600 Pennsylvania Avenue NW, Washington, DC 20500 | at 1600 Pennsylvania Avenue NW,"
            + " Washington, DC 20500 now",
        "2200 W 7th St, Fort Worth, TX 76107 | to 2200 W 7th St, Fort Worth, TX 76107",
        "ul. Piękna 84/92 m. 3, 00-514 Warszawa | 地址: ul. Piękna 84/92 m. 3, 00-514 Warszawa",
        "天津市和平区解放路189号2座1503 | 送到天津市和平区解放路189号2座1503",
        "幸福小区6栋2单元302室 | 快递放幸福小区6栋2单元302室",
      })
  void a_postal_address_is_found(String address, String text) {
    assertThat(Found.of(Category.POSTAL_ADDRESS, Found.lines(text))).containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 Best Way to learn",
        "第3号文件 2026年11月23号 5号线",
        "{\"address\":\"0x7ffeefbff5c8\"}",
        "the place is nice. drive 5 miles",
        "--addr 2024 --max-buffer-size 32768 --log-port 5002",
      })
  void what_only_looks_like_a_postal_address_is_left_alone(String text) {
    assertThat(Found.of(Category.POSTAL_ADDRESS, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane@mail.org",
        "Jane.Doe+x_1@mail.example-host.co.uk",
        "o'neil@mail.org",
        "x@y.io",
        "1234567890@qq.com",
        "jürgen@müller-straße.de",
        "иван@почта.рф",
        "李明@公司.中国",
        "li.ming@xn--fiqs8s.xn--fiqz9s",
        "\"jane doe\"@mail.org",
        "ｊａｎｅ＠ｍａｉｌ．ｏｒｇ",
      })
  void an_email_address_is_found(String address) {
    Chat.assertAlone("contact.email", address, MAIL_FRAMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane@host",
        "@handle",
        "a@",
        "jane@mail.1",
        "logo@2x.png",
        "git@github.com:org/repo.git",
        "npm i @types/node@20.1.2",
        "jane@example.com",
        "jane@mail.example.org",
        "jane@host.test",
        "jane@x.invalid",
        "a @ b.org",
      })
  void what_only_looks_like_an_email_address_is_left_alone(String text) {
    assertThat(Found.of(Category.EMAIL, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "我的邮箱是li.ming@qq.com谢谢, li.ming@qq.com",
    "?email=jane@mail.org&x=1, jane@mail.org",
    "?email=jane%40mail.org&x=1, jane%40mail.org",
    "jane&#64;mail.org, jane&#64;mail.org",
    "path\\njane@mail.org, jane@mail.org",
  })
  void an_email_address_ends_where_the_text_around_it_begins(String text, String address) {
    assertThat(Chat.found(text)).containsExactly("contact.email " + address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jane [at] mail [dot] org | write jane [at] mail [dot] org",
        "jane(at)mail.org | jane(at)mail.org",
        "jane at mail dot org | reach jane at mail dot org please",
        "jürgen.groß@post.de | an jürgen.groß@post.de!",
        "li.ming@qq.com | mailto:li.ming@qq.com?subject=x",
        "li.ming@qq.com | _li.ming@qq.com_",
        "_li_@qq.com | _li_@qq.com",
      })
  void a_spelled_out_email_address_is_found(String address, String text) {
    assertThat(Found.of(Category.EMAIL, text)).containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meet at noon, the dot is red",
        "npm i foo@1.2.0-rc",
        "https://user:pw@host.org/x",
      })
  void neither_a_version_nor_a_login_is_an_email_address(String text) {
    assertThat(Found.of(Category.EMAIL, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "12 cours Mirabeau, 13100 Aix-en-Provence ; au 12 cours Mirabeau, 13100 Aix-en-Provence",
        "Ronda de Toledo 12, 28005 Madrid ; en Ronda de Toledo 12, 28005 Madrid",
        "Largo do Rato 5, 1250-185 Lisboa ; no Largo do Rato 5, 1250-185 Lisboa",
        "Theaterring 12, 10117 Berlin ; Bitte an Theaterring 12, 10117 Berlin senden",
        "Am Mühlbach 116, 10969 Berlin ; Bitte an Am Mühlbach 116, 10969 Berlin senden",
        "Zum Alten Markt 3, 50667 Köln ; Liefern: Zum Alten Markt 3, 50667 Köln",
        "136 Station Approach, Leeds LS1 4AP ; at 136 Station Approach, Leeds LS1 4AP.",
        "'Calle Real, 35, 1º B, 50003 Zaragoza' ; 'en Calle Real, 35, 1º B, 50003 Zaragoza'"
      })
  void an_address_is_told_by_its_post_code(String address, String text) {
    assertThat(Found.of(Category.POSTAL_ADDRESS, text)).containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Am Montag 12, 10000 Besucher kamen",
        "Spring 2024, 10000 Students enrolled",
        "Engineering 101, 20000 Students",
        "ThinkPad 14, 12000 Units",
        "im Alter 12, 4 davon",
        "le cours Python 3 est gratuit",
        "cours Excel 2019",
        "la ronda Final 4",
      })
  void a_phrase_that_begins_like_a_street_is_no_address(String text) {
    assertThat(Found.of(Category.POSTAL_ADDRESS, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "139-640-994-84 | 到楼下了打139-640-994-84",
        "一三九六四零九九四八四 | 到了打一三九六四零九九四八四找我",
        "447 523 857 556 | Please ring 447 523 857 556 first",
        "69 2 31 34 97 | Telefon kontaktowy: 69 2 31 34 97",
        "69 2 31 34 97 | Rückrufnummer: 69 2 31 34 97",
        "612 340 987 | Hausmeister - 612 340 987",
        "601 222 333 | Marek Nowak – 601 222 333, wieczorem",
        "1 3 9 6 4 0 9 9 4 8 4 | 南苑6舍413 柏雨辰 1 3 9 6 4 0 9 9 4 8 4 谢谢",
        "1 3 9 6 4 0 9 9 4 8 4 | my phone is 1 3 9 6 4 0 9 9 4 8 4",
      })
  void a_number_in_odd_groups_is_found_where_it_is_told(String number, String text) {
    assertThat(Found.of(Category.PHONE, text)).containsExactly(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "参数范围：15000000000 到 19000000000 之间",
        "The total was 447523857556 bytes",
        "part 447 523 857 556 is out of stock",
        "doi:10.1016/j.cell.2023.11.032",
        "vol 0205 774 310",
        "Die Seriennummer des Geräts lautet 0419 772 0083",
        "Revenue - 450 000 000",
        "Expenditure - 612 340 980",
        "Total Sales – 512 300 200.",
        "Marek Nowak – 601 222 000",
        "row 1 5 2 3 4 1 2 5 3 2 4",
        "1 3 0 0 1 0 2 1 0 1 1",
      })
  void round_and_unnamed_numbers_are_no_telephones(String text) {
    assertThat(Found.of(Category.PHONE, text)).isEmpty();
  }
}
