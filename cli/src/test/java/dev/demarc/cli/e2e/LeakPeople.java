package dev.demarc.cli.e2e;

import static dev.demarc.cli.e2e.LeakDigits.DIGITS;
import static dev.demarc.cli.e2e.LeakDigits.SMALL;
import static dev.demarc.cli.e2e.LeakDigits.between;
import static dev.demarc.cli.e2e.LeakDigits.some;
import static dev.demarc.cli.e2e.LeakFamily.one;

import java.util.Base64;
import java.util.List;
import java.util.Random;

/// Who people are, where they are and how they are, and what only an operator knows of them.
final class LeakPeople {
  private static final String CONTACT = "Please write to %s, thank you.";
  private static final String CALL = "Please call me at %s, thank you.";
  private static final List<String> GIVEN = List.of("Hannah", "Robert", "Julia", "Martin", "Emily");
  private static final List<String> FAMILY = List.of("Brandt", "Kowalski", "Clark", "Miller");
  private static final List<String> SURNAMES = List.of("王", "李", "张", "陈", "欧阳");
  private static final List<String> CHINESE = List.of("秀英", "建国", "晓明", "丽华", "志强");

  private LeakPeople() {}

  static final List<LeakFamily> ALL =
      List.of(
          one(
              "contact.email plain",
              "email",
              CONTACT,
              "请联系%s，谢谢。",
              r ->
                  "%s.%s@%s.org"
                      .formatted(some(r, SMALL, 6), some(r, SMALL, 5), some(r, SMALL, 9))),
          one(
              "contact.email beyond-ascii",
              "email",
              CONTACT,
              "请联系 %s，谢谢。",
              r -> "jürgen%s@müller-%s.de".formatted(some(r, SMALL, 4), some(r, SMALL, 6))),
          one(
              "contact.phone chinese",
              "mobile",
              CALL,
              "我的手机号是%s，请回电。",
              r -> "138" + between(r, 1, 9) + some(r, DIGITS, 7)),
          one(
              "contact.phone american",
              "phone",
              CALL,
              "请打电话%s，谢谢。",
              r -> "(212) %d-%d".formatted(between(r, 600, 899), between(r, 5000, 9999))),
          one(
              "contact.phone polish",
              "phone_number",
              CALL,
              "Proszę dzwonić: tel. %s, dziękuję.",
              r ->
                  "+48 60%d %d %d"
                      .formatted(between(r, 1, 9), between(r, 200, 999), between(r, 200, 999))),
          one(
              "contact.address american",
              "address",
              "Please ship it to %s. Thank you.",
              "收货地址：%s\n谢谢。",
              r ->
                  "%d Evergreen Terrace, Portland, OR 97%d"
                      .formatted(between(r, 1000, 9999), between(r, 201, 299))),
          one(
              "contact.address chinese",
              "address",
              "My address: %s\nThank you.",
              "我住在%s。",
              r ->
                  "浙江省杭州市西湖区文三路%d号%d幢%d室"
                      .formatted(between(r, 100, 999), between(r, 1, 9), between(r, 101, 999))),
          one(
              "person.name english",
              "full_name",
              "My name is %s, thank you.",
              "客户姓名：%s\n谢谢。",
              r -> GIVEN.get(r.nextInt(GIVEN.size())) + " " + FAMILY.get(r.nextInt(FAMILY.size()))),
          one(
              "person.name chinese",
              "姓名",
              "My name is %s, thank you.",
              "我叫%s，谢谢。",
              r ->
                  SURNAMES.get(r.nextInt(SURNAMES.size()))
                      + CHINESE.get(r.nextInt(CHINESE.size()))),
          one(
              "location.precise pair",
              "location",
              "We are at %s now.",
              "坐标：%s，谢谢。",
              r -> latitude(r) + ", " + longitude(r)),
          LeakFamily.of(
              "location.precise fields",
              "latitude,longitude",
              "We are at latitude: %s, longitude: %s now.",
              "纬度%s，经度%s附近。",
              r -> List.of(latitude(r), longitude(r))),
          one(
              "location.precise geo-uri",
              "geo",
              "We are at %s now.",
              "坐标：%s\n谢谢。",
              r -> "geo:" + latitude(r) + "," + longitude(r)),
          one(
              "health.hint english",
              "diagnosis",
              "I was diagnosed with %s last year.",
              "患者确诊%s，请随访。",
              r -> List.of("leukemia", "epilepsy", "diabetes", "asthma").get(r.nextInt(4))),
          one(
              "health.hint chinese",
              "诊断",
              "患者去年确诊%s，请随访。",
              "我查出%s，该怎么办？",
              r -> List.of("糖尿病", "高血压", "冠心病", "哮喘").get(r.nextInt(4))),
          one(
              "biometric.hint voice",
              "speaker_embedding",
              "The speaker embedding: %s was stored.",
              "声纹特征：%s，已保存。",
              LeakPeople::template),
          one(
              "biometric.hint face",
              "face_template",
              "The face template: %s was stored.",
              "人脸特征：%s，已保存。",
              LeakPeople::template),
          one(
              "operator.defined pattern",
              "note",
              "Ask EMP-team or %s about it.",
              "请问%s，谢谢。",
              r -> "EMP-" + between(r, 100_000, 999_999)),
          one(
              "operator.defined key",
              "kostenstelle",
              "kostenstelle: %s\nEnd.",
              "kostenstelle: %s\n完。",
              r -> "Abteilung " + some(r, SMALL, 8)));

  private static String latitude(Random random) {
    return "52.%d".formatted(between(random, 10_001, 99_998));
  }

  private static String longitude(Random random) {
    return "21.%d".formatted(between(random, 10_001, 99_998));
  }

  /// 36 bytes, as a template's beginning would be.
  private static String template(Random random) {
    byte[] bytes = new byte[36];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
