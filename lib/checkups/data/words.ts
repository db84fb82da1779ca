/** What the check-up of records goes by, written by hand for this platform. */

/** A title made of these alone says nothing about the thing. Longest first, so that 关键技术 goes before 技术. */
export const GENERAL_TITLE_WORDS: readonly string[] = [
  "产业化应用", "研究与应用", "应用与推广", "技术改造", "技术研究", "关键技术", "核心技术", "技术难题", "技术需求", "技术开发", "解决方案", "产业化", "一体化", "智能化", "信息化", "数字化", "自动化", "相关", "项目", "研究", "研发", "开发", "应用", "推广",
  "示范", "技术", "方法", "系统", "平台", "设备", "装置", "产品", "工艺", "方案", "新型", "高效", "智能", "先进", "优化", "升级", "改进", "设计", "成果", "需求", "问题", "难题", "关于", "基于", "面向", "一种", "寻求", "征集", "及其", "以及", "合作", "转化", "创新",
  "的", "及", "与", "和",
];

/** Words by which a text says how its readiness was shown. */
export const EVIDENCE_WORDS: readonly string[] = [
  "检测", "检验", "测试", "试验", "实测", "报告", "鉴定", "验收", "认证", "中试", "小试", "样机", "样品", "试制", "试用", "试运行", "示范", "装机", "装车", "用户", "客户", "订单", "供货", "销售", "投产", "第三方", "运行", "批量", "临床", "田间", "论文", "仿真",
];

/** Words by which a need says what has been tried or used so far. */
export const TRIED_WORDS: readonly string[] = ["试过", "曾", "尝试", "目前", "现有", "现在", "原来", "采用", "使用", "改过", "换过", "用的是", "进口", "人工", "靠", "每年", "去年"];
