/** The columns of the registration authority's ledger, in their order, with the names that people write. */
export const columns = [
  { key: "officialNumber", label: "登记编号", required: true },
  { key: "title", label: "合同名称", required: true },
  { key: "type", label: "合同类别", required: true },
  { key: "subType", label: "合同子类", required: false },
  { key: "techArea", label: "技术领域", required: true },
  { key: "field", label: "规划领域", required: false },
  { key: "sellerName", label: "卖方名称", required: true },
  { key: "sellerCode", label: "卖方统一社会信用代码", required: false },
  { key: "sellerNature", label: "卖方性质", required: false },
  { key: "sellerDistrict", label: "卖方区划代码", required: true },
  { key: "buyerName", label: "买方名称", required: true },
  { key: "buyerCode", label: "买方代码", required: false },
  { key: "buyerNature", label: "买方性质", required: false },
  { key: "buyerPlace", label: "买方区划/国别", required: true },
  { key: "total", label: "成交额(元)", required: true },
  { key: "technical", label: "技术交易额(元)", required: true },
  { key: "signedOn", label: "签订日期", required: true },
  { key: "registeredOn", label: "登记日期", required: true },
  { key: "ipKind", label: "知识产权", required: false },
  { key: "planSource", label: "计划来源", required: false },
] as const;

export type ColumnKey = (typeof columns)[number]["key"];
export const columnKeys = columns.map((column) => column.key);

/** One line that shows how each column is filled in; its names are invented. */
export const example: Record<ColumnKey, string> = {
  officialNumber: "2026230100001234", title: "示例：低温密封件技术开发", type: "技术开发", subType: "委托开发", techArea: "先进制造", field: "",
  sellerName: "示例大学", sellerCode: "", sellerNature: "高等院校", sellerDistrict: "230103", buyerName: "示例装备有限公司", buyerCode: "", buyerNature: "有限责任公司",
  buyerPlace: "230108", total: "1280000.00", technical: "1040000.00", signedOn: "2026-03-02", registeredOn: "2026-03-20", ipKind: "发明专利", planSource: "计划外",
};

export const sheetWords = { colon: "：", semicolon: "；", ledger: "登记台账", problems: "问题", row: "行", note: "每行一份合同。金额以元填写；区划填六位代码，境外买方填国别代码，例如RU。红色单元格需要修改。" };

/** Words by which a problem is named in the marked Excel file; `{…}` are values. The page words them from the catalog `ledger`. */
export const problemWords: Record<string, string> = {
  required: "没有填写", unknown_code: "“{value}”不在代码表中", official_number: "登记编号应为14至16位数字或大写字母", number_rounded: "这一格是数字，Excel只保留前15位；请把这一列设为文本后重新填写编号", duplicate_in_file: "与第{row}行的登记编号相同",
  duplicate_registered: "该登记编号已在台账中", not_stored: "数据库没有接受这一行，请核对各格；仍不行时请联系平台运维", not_a_number: "金额应为数字", money_negative: "金额不能是负数", money_too_precise: "金额精确到分，最多两位小数", money_too_large: "金额过大，请核对单位是否为元", not_positive: "成交额应大于0", technical_above_total: "技术交易额大于成交额", date: "不是日期，应如2026-03-02", date_too_early: "早于{from}，请核对年份",
  date_order: "登记日期早于签订日期", future_date: "登记日期在今天之后", credit_code: "统一社会信用代码校验不符", too_long: "超过{max}个字",
};

/** Between the parts of a list in a sentence. */
export const listSign = "、";
