/**
 * What the reading of amounts, days, ways of working together and places goes by, written by hand for this platform. Each list is narrow on purpose: what
 * is not read is typed by its author, what is read wrongly may be published by them. Texts are compared in NFKC, so that signs are half width.
 */

/** Ends a clause. A comma between digits belongs to a number. */
export const CLAUSE_END = /[。;!?\n]|(?<!\d),|,(?!\d{3})/u;

const number = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const unit = "(?:亿元|千万元|百万元|万元|千元|元)";
/** "50万元至80万元", "50-80万元", "300万元"; the unit must name the currency. An amount per piece is no amount of a contract. */
const amount = String.raw`(?:(?<low>${number})\s*(?<lowUnit>${unit})?\s*[-~–—至到]\s*)?(?<high>${number})\s*(?<highUnit>${unit})(?!\s*[/每])`;
const between = String.raw`(?:总额|额度|总额度|大约|约|为|是|在|定为|控制在|范围|人民币|:|\s){0,4}`;
const most = "(?<most>不超过|不高于|最高|至多|上限为?)?";
const behind = "(?<behind>以内|之内|以下|左右|起|以上)?";

/** What a need would spend. "Invested" alone tells of what has been spent. */
export const BUDGET = new RegExp(`(?:预算|(?:拟|计划|准备|可|愿|愿意)投入(?:研发|研究|项目|专项)?(?:经费|资金)?|(?:项目|研发|合作|委托)经费)${between}${most}\\s*${amount}\\s*${behind}`, "u");
/** What an achievement is offered for; a price of its product is none. */
export const PRICE = new RegExp(`(?:(?:转让|许可)(?:底价|价格|价|费用|费|金)|许可使用费|挂牌价|技术报价)${between}${most}\\s*${amount}\\s*${behind}`, "u");
/** A clause that holds one of these speaks of other money: spent, saved, of others, per year. */
export const OTHER_MONEY: readonly string[] = ["已", "累计", "曾", "每年", "年均", "去年", "上年", "往年", "年度", "超出", "超预算", "超过预算", "节约", "节省", "损失", "进口", "国外", "同类", "市场", "现有", "不低于", "不少于", "每台", "单台", "每套", "每吨", "每支", "获得", "获批"];

/** "80万元起", and what says a lower end only. */
export const FROM = "起";
export const AT_LEAST = "以上";

const day = String.raw`(?<day>\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?)`;
/**
 * A day until which answers are welcome. Not "as of" (截至), and not the day by which the work is to be done (前完成, 前投产): a call ends long before.
 */
export const DEADLINE: readonly RegExp[] = [
  new RegExp(String.raw`(?:截止(?:日期|时间|日)|(?:征集|报名|申报|受理|提交|答复|反馈)截(?:止|至))\s*(?:为|是|于|到|至|:)?\s*${day}`, "u"),
  new RegExp(String.raw`${day}\s*(?:截止|止)(?![,，]?\s*(?:已|共|累计))`, "u"),
  new RegExp(String.raw`${day}\s*(?:之前|以前|前)[^。;!?\n]{0,12}?(?:提交|递交|报送|反馈|回复|答复|报名|联系|响应|发至|发到|提供方案|提出方案)`, "u"),
];

/** Words that name a mode for certain, in its author's many ways. */
export const MODES: readonly (readonly [code: string, RegExp])[] = [
  ["transfer", /(?:技术|专利|专利权|成果|整体)转让(?!过|给|了|记录|收入|额)/u],
  ["license", /(?:普通|独占|排他|专利|技术|实施)许可(?!证|过|了|收入)/u],
  ["joint_implementation", /合作实施/u],
  ["equity", /作价投资|作价入股|技术入股/u],
  ["commissioned_development", /委托(?:开发|研发)/u],
  ["joint_development", /(?:合作|联合)(?:开发|研发|攻关)/u],
  ["technical_service", /技术服务(?!费|商|业|平台|中心|体系|公司|能力)/u],
  ["technical_consulting", /技术咨询(?!费|商|业|平台|中心|公司)/u],
  ["joint_platform", /共建(?:联合)?(?:平台|实验室|研发中心|中试基地|研发平台)/u],
  ["secondment", /柔性引进/u],
];
/** Bare words stand for a mode only in a list of ways: 以许可、转让方式. */
export const BARE_MODES: readonly (readonly [code: string, RegExp])[] = [["transfer", /转让/u], ["license", /许可(?!证)/u]];
export const WAY = /(?:以|通过|采用|采取|接受|可选).*(?:方式|模式|形式)|(?:合作|转化|交易)(?:方式|模式)/u;
/** A clause that asks for or offers something. */
export const ASKS = /方式|模式|希望|愿意|愿以|愿与|拟以|拟采|拟与|寻求|接受|欢迎|均可|皆可|可提供/u;
/** One that tells of what was, of others, or says no. */
export const TELLS_OR_DENIES: readonly string[] = ["已", "曾", "了", "过程", "完成", "正在", "此前", "不接受", "不考虑", "不涉及", "不能", "不可", "不希望", "不愿", "不以", "不采", "暂不", "无法", "除外", "行政许可", "生产许可", "经营许可"];

/** Before a place that is the record's own. What follows is read as far as it is a name with the sign of its kind. */
export const PLACE = /(?:交付地点?|实施地点?|项目地点?|落地|落户|建设地点|所在地|厂区位于|厂址|公司位于|企业位于|项目位于|我司位于|我单位位于)(?:在|于|为|是|:|\s)*(?<place>\p{Script=Han}{2,16})/u;
export const PLACE_SIGN = /[省市区县]$/u;
