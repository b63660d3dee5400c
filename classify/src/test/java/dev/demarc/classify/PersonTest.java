package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of persons, hints at their health and bodies, and words that are neither.
class PersonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "张伟 | 张伟昨天提交了报销单",
        "王秀英 | ，王秀英说她同意",
        "张三 | 我叫张三，今年28岁",
        "李明 | 李明先生您好",
        "欧阳娜娜 | 联系人：欧阳娜娜",
        "陈建国 | 患者陈建国主诉头痛三天",
        "刘洋 | 收件人刘洋 13812345678",
        "赵敏 | 赵敏 13812345678",
        "赵敏 | 13812345678 赵敏",
        "李娜;;王芳 | 李娜和王芳都去了",
        "周杰;;孙丽华;;吴磊 | 参会人员：周杰、孙丽华、吴磊",
        "王小明 | {\"name\":\"王小明\"}",
        "黄晓明 | 姓名,年龄\\n黄晓明,30",
        "高建军 | 姓名：高建军",
        "徐静 | 请把文件发给徐静，谢谢",
        "何志强 | 客户何志强的订单",
        "马丽 | 我老婆马丽明天生日",
        "林志远 | 护士长通知林志远医生",
        "郑浩然 | 尊敬的郑浩然先生：",
        "刘雯 | 班主任刘雯老师",
        "史勇 | 委托史勇代为办理",
        "钟阳 | 经办人已签，审核人钟阳",
        "于卫东 | 报告人：于卫东",
        "韦海燕 | 听韦海燕说要涨价",
        "张慧敏 | 刚才张慧敏打电话来",
        "袁敏 | 我和袁敏是同学",
        "许浩 | 我室友许浩搬走了",
        "李梓琪 | 李梓琪晕倒了",
        "阿依古丽·买买提 | 姓名：阿依古丽·买买提",
        "John Smith | Yesterday John Smith called support.",
        "Smith | Please ask Mr. Smith about it",
        "Chen | Dr. Chen will see you",
        "Jane Doe | My name is Jane Doe and I need help",
        "Xavi Brunelle | my name is Xavi Brunelle.",
        "John | Dear John,",
        "Anna | Hi Anna, how are you",
        "Maria Garcia | I'm Maria Garcia from sales",
        "Tom Becker | Best regards,\\nTom Becker",
        "Piotr Kowalski | From: Piotr Kowalski <p.k@firma.pl>",
        "Jane Doe | {\"customer\":{\"name\":\"Jane Doe\"}}",
        "Jane;;Doe | {\"first_name\":\"Jane\",\"last_name\":\"Doe\"}",
        "Łukasz Wiśniewski | umowę podpisał Łukasz Wiśniewski wczoraj",
        "Jürgen Müller | Herr Jürgen Müller kommt",
        "Zhang Wei | {\"full_name\":\"Zhang Wei\"}",
        "Smith, John | name,x,phone\\nab,1,2\\n\"Smith, John\",1,+48601234567",
        "John A. Miller | signed by John A. Miller on Monday",
        "Emily Clark;;Robert King | Emily Clark and Robert King attended.",
        "Jane Doe | full_name=Jane Doe",
        "JOHN SMITH | cardholder: JOHN SMITH",
        "john smith | my name is john smith",
        "John A. Macdonald | Full name: John A. Macdonald",
        "Weber | Frau Dr. Weber kommt",
        "Marcus Webb | hey it's Marcus Webb, call me",
        "Harriet | my wife Harriet and I",
        "Zoltan Varga | the flat of Zoltan Varga",
      })
  void a_persons_name_is_found(String name, String text) {
    assertThat(Found.of(Category.PERSON_NAME, Found.lines(text)))
        .isEqualTo(List.of(name.split(";;")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "马上就到，高兴见到你",
        "黄金价格上涨，江苏省政府安排",
        "高峰论坛在上海举行",
        "张开双臂，陈述事实，方便的时候",
        "周五在北京开会，程序运行正常",
        "客户方便的时候请高度重视",
        "患者于昨日入院",
        "任何时间都可以申请，任务已完成",
        "白天温度高，安全第一，关于方案",
        "国家统计局发布数据，经济增长",
        "许多公司认为曾经的林业政策",
        "{\"name\":\"高级会员\"}",
        "万元以上的余额",
        "钱包里有现金，石油和天然气价格",
        "本合同自双方签字之日起生效",
        "马克思主义",
        "可以指定宽度来右对齐文本",
        "无效的WAL段大小",
        "时间安排和费用方案，叫车软件",
        "梁柱结构和金银花",
        "在天童南路和李建国医院之间",
        "The John Deere Company sells tractors",
        "Visit Robert Johnson University in May",
        "Thanks,\\nThe Support Team",
        "Dear Customer,",
        "I am Going to Paris",
        "{\"name\":\"get_weather\"}",
        "{\"name\":\"Standard Plan\"}",
        "{\"customer\":\"Acme Corporation\"}",
        "import java.util.List; public class Main { String Name; }",
        "Martin Luther King Street",
        "the Cassandra Cluster and the Julia Language",
        "this is Great News",
        "Hi there, hello World",
        "on Monday March 3 the Will Act applies",
        "{\"author\":\"jsmith\"}",
        "title: Senior Engineer",
        "username: admin",
        "status: Active\\nname: Production Server",
      })
  void what_only_looks_like_a_name_is_left_alone(String text) {
    assertThat(Found.of(Category.PERSON_NAME, Found.lines(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "diabetes ; I was diagnosed with diabetes last year",
        "糖尿病 ; 患者确诊糖尿病",
        "HbA1c 8.1 % ; lab: HbA1c 8.1 %",
        "HbA1c\": 8.1 ; ask for \"HbA1c\": 8.1 or more",
        "血压 150/95 ; 今天血压 150/95",
        "高血压 ; 诊断=\"高血压\" status=200 took=12",
        "高血压 ; 诊断: 高血压 status=200",
        "E11.9 ; ICD-10: E11.9",
        "asthma, mild ; {\"diagnosis\":\"asthma, mild\"}",
      })
  void a_hint_at_somebodys_health_is_found(String hint, String text) {
    assertThat(Found.of(Category.HEALTH_HINT, text)).containsExactly(hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"diagnosis\":\"null pointer in handler\"}",
        "Diabetes is a disease that affects many.",
        "糖尿病的发病率逐年上升",
        "a stroke of luck"
      })
  void medicine_in_general_is_no_hint(String text) {
    assertThat(Found.of(Category.HEALTH_HINT, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "aGVsbG8gd29ybGQgdGVtcGxhdGU=; voiceprint: aGVsbG8gd29ybGQgdGVtcGxhdGU=",
        "0.1 | 0.2; {\"face_embedding\":[0.1,0.2]}",
        "aGVsbG8gd29ybGQgdGVtcGxhdGU; {\"指纹模板\":\"aGVsbG8gd29ybGQgdGVtcGxhdGU\"}",
      })
  void what_was_measured_of_a_body_is_a_hint(String hint, String text) {
    assertThat(Found.of(Category.BIOMETRIC_HINT, text)).containsExactly(hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fingerprint: SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8",
        "{\"fingerprint\":true}",
        "{\"browser_fingerprint\":\"aGVsbG8gd29ybGQgdGVtcGxhdGU\"}"
      })
  void another_fingerprint_is_no_hint(String text) {
    assertThat(Found.of(Category.BIOMETRIC_HINT, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "biometric.hint | retina scan | We keep a retina scan of each customer for login.",
        "biometric.hint | iris scan | Enrolment failed: iris scan quality too low.",
        "biometric.hint | 人脸识别模板 | 未经同意不得存储人脸识别模板。",
        "biometric.hint | Fingerabdruck | Der Fingerabdruck des Mitarbeiters wurde erfasst",
        "biometric.hint | huella dactilar | La huella dactilar del cliente",
        "biometric.hint | 指纹 | 员工需录入指纹打卡",
        "biometric.hint | fingerprints | Please delete my fingerprints from the system",
        "health.hint | Sjogren syndrome | my mother was diagnosed with Sjogren syndrome last year",
        "health.hint | rak piersi | U pacjenta stwierdzono: rak piersi. Nie",
        "health.hint | Epilepsie | Der Versicherte leidet an folgender Krankheit: Epilepsie.",
        "health.hint | maladie de Crohn | La patiente est suivie pour maladie de Crohn. Réponds",
        "health.hint | asma bronquial | El paciente padece asma bronquial.",
        "health.hint | 2型糖尿病 | 患者确诊2型糖尿病三年",
        "health.hint | Bluthochdruck | Ich habe seit Jahren Bluthochdruck",
        "health.hint | cukrzycę | Mam cukrzycę typu 2",
        "health.hint | enceinte | Je suis enceinte de trois mois",
        "health.hint | 乳腺癌 | 我妈查出乳腺癌，想问保险能不能赔",
        "biometric.hint | Odcisk głosu | Odcisk głosu klienta",
      })
  void a_sentence_tells_of_somebodys_health_or_body(String category, String hint, String text) {
    assertThat(Chat.found(text)).containsExactly(category + " " + hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The browser fingerprint is computed from the canvas.",
        "SSH host key fingerprint mismatch",
        "fingerprint = sha256(cert)",
        "def extract_voiceprint(audio):",
        "What is an iris scan and how does it work?",
        "The server suffers from memory leaks under load",
        "This project suffers from poor documentation",
        "The city has a history of flooding",
        "Cancer research received new funding in 2026.",
        "The study followed 200 people with asthma.",
        "A stroke of the brush, a heart attack of a movie.",
        "The company was treated for tax purposes as a partnership",
        "The driver was diagnosed as faulty",
        "糖尿病的发病率逐年上升",
        "The depression over the Atlantic moves east",
        "In the mortgage market, the depression of prices continued",
        "Der Markt leidet unter hohen Preisen",
        "Le marché souffre de la concurrence",
        "La economía sufre una fuerte caída",
        "W wyniku kontroli stwierdzono naruszenie umowy",
        "用户查出系统漏洞后上报",
        "The virus was diagnosed with a scanner",
        "extract_fingerprint(user)",
        "虹膜是眼睛的一部分",
        "人脸识别技术在机场广泛应用，旅客通过时间缩短一半。",
        "The insured event shall mean any claim arising out of cancer treatment."
      })
  void a_sentence_about_things_tells_of_nobody(String text) {
    assertThat(Found.of(Category.HEALTH_HINT, text)).isEmpty();
    assertThat(Found.of(Category.BIOMETRIC_HINT, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "小王 | 小王说他明天请假",
        "老李 | 请联系老李，谢谢",
        "阿强 | 阿强帮我带了饭",
        "小陈 | 让小陈去一趟银行",
        "高远 | 高远，男，1990年出生",
        "冉昕怿 | 冉昕怿提交了报销",
        "仝蕤 | 客户仝蕤要求退款",
        "亓官骅 | 姓名：亓官骅",
        "阿依努尔 | 收货人：阿依努尔",
        "陆之昂 | @陆之昂 请看一下",
        "Ramírez | El señor Ramírez llamó",
        "Jean-Pierre Dubois | Hier Jean-Pierre Dubois a appelé."
      })
  void a_rare_or_short_name_is_found(String name, String text) {
    assertThat(Found.of(Category.PERSON_NAME, text)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "小程序打不开，小黄车骑走了",
        "小王子是一本书",
        "老王牌香烟和老张头饭店",
        "小米手机、小麦丰收、小高层住宅",
        "阿里云的服务器到期了",
        "高远的理想",
        "采购单七号",
        "Kaiser Wilhelm Platz und Goethe Galerie",
        "Rue Victor Hugo est fermée",
        "Die Martin Luther Kirche ist offen",
        "Das Konrad Adenauer Haus",
        "with PAN YCOPQ4710B before March",
        "Der Herr der Ringe läuft"
      })
  void a_place_or_thing_named_like_a_person_is_left_alone(String text) {
    assertThat(Found.of(Category.PERSON_NAME, text)).isEmpty();
  }
}
