package dev.demarc.classify;

import dev.demarc.classify.Family.Link;

/// Hints at somebody's health or biometrics: a word for an illness, a medicine or a result where
/// the line speaks of a person, a value under a key that says so. Medicine in general is no hint:
/// there must be a patient, or somebody who says "I".
final class PersonalHints implements Family {
  private static final int LONGEST_VALUE = 120;
  private static final Words PERSONS =
      new Words(
          "patient",
          "i have",
          "i was",
          "i am",
          "i'm",
          "i've",
          "i take",
          "i got",
          "my ",
          "mr.",
          "mrs.",
          "ms.",
          "diagnosed",
          "she ",
          "he ",
          "her ",
          "his ",
          "患者",
          "病人",
          "确诊",
          "我",
          "他",
          "她",
          "本人",
          "诊断为",
          "服用",
          "住院",
          "查出");
  private static final Words PERSONS_AFTER =
      new Words("patient", "i have", "my ", "患者", "病人", "我", "in this patient");
  private static final Words GENERAL =
      new Words(
          "study",
          "studies",
          "research",
          "guideline",
          "prevalence",
          "clinical trial",
          "what is",
          "what are",
          "article",
          "population",
          "worldwide",
          "研究",
          "指南",
          "是什么",
          "发病率",
          "预防",
          "科普",
          "我国",
          "我们");
  private static final String[] CONDITIONS = {
    "diabetes",
    "diabetic",
    "hypertension",
    "asthma",
    "cancer",
    "leukemia",
    "lymphoma",
    "melanoma",
    "carcinoma",
    "tumor",
    "tumour",
    "hiv",
    "hepatitis",
    "tuberculosis",
    "epilepsy",
    "schizophrenia",
    "bipolar disorder",
    "depression",
    "anxiety disorder",
    "ptsd",
    "adhd",
    "autism",
    "dementia",
    "alzheimer's",
    "parkinson's",
    "multiple sclerosis",
    "crohn's disease",
    "ulcerative colitis",
    "celiac disease",
    "lupus",
    "rheumatoid arthritis",
    "arthritis",
    "osteoporosis",
    "migraine",
    "migraines",
    "heart failure",
    "heart attack",
    "myocardial infarction",
    "arrhythmia",
    "atrial fibrillation",
    "stroke",
    "copd",
    "pneumonia",
    "covid-19",
    "kidney disease",
    "chronic kidney disease",
    "cirrhosis",
    "anemia",
    "hypothyroidism",
    "hyperthyroidism",
    "miscarriage",
    "pregnant",
    "pregnancy",
    "endometriosis",
    "syphilis",
    "gonorrhea",
    "chlamydia",
    "herpes",
    "eating disorder",
    "anorexia",
    "bulimia",
    "alcoholism",
    "sleep apnea",
    "gout",
    "metformin",
    "insulin",
    "lisinopril",
    "atorvastatin",
    "sertraline",
    "fluoxetine",
    "prozac",
    "zoloft",
    "xanax",
    "alprazolam",
    "warfarin",
    "levothyroxine",
    "omeprazole",
    "amlodipine",
    "methotrexate",
    "chemotherapy",
    "antidepressants",
    "oxycodone",
    "lithium carbonate",
    "ritalin",
    "糖尿病",
    "高血压",
    "冠心病",
    "哮喘",
    "肺癌",
    "肝癌",
    "胃癌",
    "乳腺癌",
    "癌症",
    "白血病",
    "淋巴瘤",
    "肿瘤",
    "艾滋病",
    "乙肝",
    "肝炎",
    "肺结核",
    "癫痫",
    "精神分裂症",
    "抑郁症",
    "焦虑症",
    "双相情感障碍",
    "自闭症",
    "老年痴呆",
    "阿尔茨海默",
    "帕金森",
    "类风湿",
    "关节炎",
    "痛风",
    "心肌梗死",
    "心力衰竭",
    "脑梗",
    "脑卒中",
    "中风",
    "心脏病",
    "肾衰竭",
    "尿毒症",
    "肝硬化",
    "甲亢",
    "甲减",
    "贫血",
    "怀孕",
    "流产",
    "梅毒",
    "二甲双胍",
    "胰岛素",
    "阿司匹林",
    "阿托伐他汀",
    "硝苯地平",
    "化疗",
    "透析",
    "心梗"
  };
  /// What a diagnosis of a machine speaks of.
  private static final Words MACHINES =
      new Words(
          "error", "exception", "timeout", "null", "handler", "server", "network", "memory", "disk",
          "cpu", "config", "driver", "firmware", "software", "database", "query", "thread", "socket",
          "http", "dns", "deprecat", "compil", "syntax", "module", "package", "日志", "服务器", "内存", "网络",
          "数据库", "接口", "线程", "配置", "代码");

  private static final String[] RESULTS = {
    "hba1c", "blood pressure", "blood glucose", "cd4 count", "viral load", "糖化血红蛋白", "血糖", "血压"
  };
  private static final String[] BODIES = {
    "faceprint",
    "voiceprint",
    "iris scan",
    "fingerprint scan",
    "face scan",
    "retina scan",
    "指纹",
    "声纹",
    "虹膜",
    "人脸特征"
  };

  @Override
  public void declare(Triggers triggers) {
    triggers.words(PersonalHints::condition, CONDITIONS);
    triggers.words(PersonalHints::result, RESULTS);
    triggers.words(PersonalHints::body, BODIES);
    triggers.words(PersonalHints::icd, "icd-10", "icd10");
    triggers.keyed(
        Field.HEALTH,
        new KeyedValue(
            Category.HEALTH_HINT, Extent.Take.TEXT, LONGEST_VALUE, PersonalHints::health));
    triggers.keyed(
        Field.BIOMETRIC,
        new KeyedValue(Category.BIOMETRIC_HINT, Extent.Take.WORD, 256, PersonalHints::biometric));
  }

  /// Whether the value under a biometric key is something that was measured: long or a number.
  static boolean isTemplate(byte[] b, int from, int to) {
    boolean number = to > from && (Bytes.digit(b[from]) || b[from] == '-');
    int decimals = 0;
    int hex = 0;
    for (int i = from; i < to; i++) {
      if (b[i] == ' ' && !number) {
        return false;
      }
      decimals += b[i] == '.' || b[i] == ',' ? 1 : 0;
      hex += Bytes.hex(b[i]) >= 0 || b[i] == ':' ? 1 : 0;
    }
    boolean sequence = number && decimals > 0;
    boolean hash = hex == to - from && (to - from == 32 || to - from == 40 || to - from >= 59);
    return sequence || (to - from >= 16 && !hash && !Bytes.at(b, from, to, "sha"));
  }

  private static int biometric(byte[] b, int from, int to, Link link) {
    boolean labelled = link == Link.LABEL || link == Link.QUOTE;
    return labelled && isTemplate(b, from, to) ? KeyedValue.ENOUGH : 0;
  }

  private static int health(byte[] b, int from, int to, Link link) {
    boolean letters = false;
    for (int i = from; i < to; i++) {
      letters |= b[i] < 0 || Bytes.letter(b[i]);
    }
    boolean code = b[from] == '%' || b[from] == '$' || b[from] == '{' || b[from] == '<';
    boolean fit = letters && !code && to - from >= 3 && link != Link.SENTENCE;
    return fit && !NetworkNames.saysNothing(b, from, to) && !saysNo(b, from, to) && !MACHINES.standIn(b, from, to)
        ? 75 : 0;
  }

  private static boolean saysNo(byte[] b, int from, int to) {
    int length = to - from;
    return (length == 3 && Bytes.at(b, from, to, "无"))
        || (length == 3 && Bytes.at(b, from, to, "yes"))
        || (length == 6 && b[from] == (byte) 0xE6 && b[from + 1] == (byte) 0x97);
  }

  private static boolean endsWord(byte[] b, int to, int end) {
    return to == end || !Bytes.alphanumeric(b[to]) || b[to - 1] < 0;
  }

  private static boolean ofSomebody(Scan s, int from, int to) {
    return (s.after(PERSONS, from) || s.before(PERSONS_AFTER, to))
        && !s.after(GENERAL, from)
        && !s.before(GENERAL, to);
  }

  private static void condition(Scan s, int from, int to) {
    if (endsWord(s.bytes(), to, s.to()) && ofSomebody(s, from, to)) {
      s.report(Category.HEALTH_HINT, from, to, 65, Score.CONTEXT);
    }
  }

  private static void body(Scan s, int from, int to) {
    if (endsWord(s.bytes(), to, s.to()) && ofSomebody(s, from, to)) {
      s.report(Category.BIOMETRIC_HINT, from, to, 60, Score.CONTEXT);
    }
  }

  /// A measured value with its unit.
  private static void result(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to(), to + 16);
    int i = to;
    while (i < limit && !Bytes.digit(b[i]) && b[i] != '\n' && b[i] != ',') {
      i++;
    }
    if (i == limit || !Bytes.digit(b[i])) {
      return;
    }
    while (i < s.to() && (Bytes.digit(b[i]) || b[i] == '.' || b[i] == '/')) {
      i++;
    }
    i -= b[i - 1] == '.' ? 1 : 0;
    int unit = Bytes.skipBlanks(b, i, s.to());
    int end = unit < s.to() && b[unit] == '%' ? unit + 1 : i;
    s.report(Category.HEALTH_HINT, from, end, 65, Score.SHAPE);
  }

  /// A letter, two digits and perhaps more after a point, behind the name of the classification.
  private static void icd(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to() - 2, to + 20);
    for (int i = to; i < limit; i++) {
      boolean starts = b[i] >= 'A' && b[i] <= 'Z' && !Bytes.alphanumeric(b[i - 1]);
      if (starts && Bytes.digit(b[i + 1]) && Bytes.alphanumeric(b[i + 2])) {
        int end = i + 3;
        int point = end;
        while (point < s.to()
            && (Bytes.alphanumeric(b[point]) || (b[point] == '.' && point == end))) {
          point++;
        }
        int last = b[point - 1] == '.' ? point - 1 : point;
        if (last - i <= 8) {
          s.report(Category.HEALTH_HINT, i, last, 70, Score.SHAPE | Score.CONTEXT);
        }
        return;
      }
    }
  }
}
