/** What the reading of records goes by, written by hand for this platform. */

/** Units of measure as people write them, longest first where one begins with another. */
export const UNITS: readonly string[] = [
  "mg/kg", "mg/L", "mg/m3", "g/L", "kg/m3", "kg/d", "m3/h", "m3/d", "t/h", "t/d", "m/s", "km/h", "m/min", "W/kg", "Wh/kg", "mAh/g", "kJ/m2", "MJ/m3", "g/cm3", "mm/s", "r/min",
  "kWh", "MWh", "Wh", "kW", "MW", "GW", "mW", "W", "kV", "mV", "V", "mAh", "Ah", "mA", "A", "kHz", "MHz", "GHz", "THz", "Hz", "MPa", "GPa", "kPa", "Pa", "bar",
  "kN", "N", "kJ", "MJ", "J", "°C", "K", "μm", "nm", "mm", "cm", "km", "m2", "m3", "m", "kg", "mg", "μg", "g", "t", "mL", "ml", "L", "ms", "μs", "min", "h", "s", "d",
  "rpm", "dB", "dpi", "ppm", "ppb", "fps", "Mbps", "Gbps", "kbps", "Ω", "lm", "cd", "mol", "%", "‰",
  "瓦时每公斤", "瓦时每千克", "毫安时", "千瓦时", "兆瓦时", "瓦时", "安时", "千伏", "毫伏", "毫安", "千牛", "牛米", "毫克", "微克", "毫升", "立方米", "平方米",
  "摄氏度", "公里", "公斤", "千克", "毫米", "厘米", "微米", "纳米", "毫秒", "微秒", "小时", "分钟", "个月", "万元", "亿元", "万吨", "公顷", "个百分点", "千瓦", "兆瓦", "赫兹", "兆帕", "百分点",
  "吨", "克", "米", "升", "瓦", "伏", "度", "秒", "天", "日", "年", "倍", "次", "台", "套", "件", "片", "支", "亩", "头", "例", "级", "元", "个",
];

/** Between the name of a figure and its number. */
export const FIGURE_VERBS: readonly string[] = [
  "达到", "提高到", "提升到", "提升至", "提高至", "下降到", "下降至", "降低到", "降低至", "降至", "降到", "升至", "不低于", "不高于", "不超过", "不少于", "不大于", "不小于", "小于", "大于", "低于", "高于",
  "超过", "控制在", "提高", "提升", "下降", "降低", "减少", "增加", "约为", "仅为", "可达", "至少", "平均", "达", "为", "约", "由", "从", "至", "到", "仅", "在", "近", "超",
];

/** Words that speak for a level of readiness (1 to 13) beside those of the code list; where several stand, the highest counts. */
export const MATURITY_CUES: readonly (readonly [word: string, level: number])[] = [
  ["仿真验证", 4], ["实验室样品", 3], ["样机", 5], ["中试线", 6], ["试制", 6], ["装车试验", 7], ["实船试验", 7], ["田间试验", 6], ["试运行", 7], ["示范工程", 7], ["示范应用", 7], ["现场应用", 8],
  ["小批量", 8], ["批量供货", 9], ["批量生产", 9], ["规模化生产", 9], ["投产", 9], ["已销售", 10], ["累计销售", 10],
];

/** Before a maturity word these say that it is not reached yet. */
export const NOT_YET: readonly string[] = ["未", "待", "需", "拟", "计划", "准备", "希望", "寻求", "尚缺", "缺"];

/** Right before a word of quantity it makes another word of it: 小批量 is not 批量. */
export const SMALL = "小";

/** A sentence of a need that holds one of these reads like that element. */
export const ELEMENT_CUES: Readonly<Record<"material" | "method" | "effect" | "product" | "application", readonly string[]>> = {
  material: ["材料", "原料", "基材", "树脂", "合金", "钢", "纤维", "粉末", "涂层", "胶", "秸秆", "种质", "菌种"],
  method: ["采用", "工艺", "方法", "算法", "技术路线", "通过", "改造", "在线", "模型"],
  effect: ["提高", "降低", "减少", "达到", "不低于", "不超过", "提升", "缩短", "延长", "节省", "希望"],
  product: ["装置", "设备", "系统", "样机", "软件", "产品", "平台", "机组", "传感器", "生产线"],
  application: ["用于", "应用于", "适用", "场合", "现场", "车间", "工况", "冬季", "产线", "厂房"],
};

/** Words that many texts are made of whatever they are about: no key terms. */
export const GENERAL_WORDS: readonly string[] = [
  "技术", "研究", "研发", "开发", "项目", "企业", "公司", "需求", "问题", "难题", "目标", "现状", "背景", "内容", "指标", "要求", "方案", "方法", "方面", "国内外", "国内", "国外", "水平", "先进", "领先", "目前", "现有", "当前",
  "存在", "解决", "实现", "提高", "提升", "降低", "改善", "优化", "达到", "满足", "预期", "预计", "希望", "合作", "高校", "院所", "科研", "团队", "专家", "人才", "进行", "开展", "通过", "采用", "利用", "应用", "产业化", "产品", "生产",
  "市场", "客户", "用户", "行业", "领域", "发展", "关键", "核心", "主要", "重点", "相关", "有效", "能够", "创新", "成果", "转化", "效果", "效益", "经济", "社会", "投入", "资金", "万元", "条件", "基础", "设备", "系统", "工艺", "性能", "质量",
  "成本", "效率", "平均", "以上", "以下", "可以", "需要", "没有", "不能", "一个", "两个", "我们", "现场", "使用", "已经", "完成", "形成", "建立", "具有", "以及", "试验", "测试", "检测", "报告", "示范", "中试", "连续", "运行", "数据", "过程", "控制", "结构",
  "急需", "亟需", "迫切", "寻求", "新型", "高效", "低成本", "成本低", "效率高", "高效率", "设计方案", "控制技术", "关键技术", "产量", "国产", "进口", "不同", "各种", "多种", "整体", "良好", "较高", "较低", "实际", "具体", "一定", "包括", "如何",
  // Texts that are written in English, or pasted with an English abstract.
  "a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "by", "for", "from", "with", "without", "into", "than", "that", "this", "these", "it", "its", "is", "are", "was", "be", "been", "can", "could", "will", "should", "must", "may", "has", "have", "not", "no",
  "we", "our", "you", "their", "as", "if", "when", "which", "who", "how", "what", "also", "more", "most", "less", "only", "such", "other", "need", "needs", "needed", "want", "require", "requires", "required", "use", "used", "uses", "using", "work", "works", "make", "keep", "keeps",
  "try", "tried", "new", "good", "better", "best", "high", "low", "large", "small", "about", "above", "below", "minus", "plus", "percent", "degree", "degrees", "per", "based", "method", "methods", "technology", "research", "project", "company", "result", "results", "problem", "solution",
  "时间", "左右", "同时", "之间", "同步", "其中", "单位", "单独", "许可", "转让", "适用", "适用于", "用于", "支持", "提供", "出现", "影响", "设计", "制造", "加工", "处理", "技术改造", "小时", "分钟", "公里", "公斤", "多年", "每年", "去年", "今年", "冬季", "本地",
];
