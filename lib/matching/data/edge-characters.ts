/** Function characters that no key term begins or ends with. */
export const EDGE_CHARACTERS = "的了和与及或在是对为将把被从到等其该此并且也都就而以之于由中上下所做要";

/** Right behind a figure these count or measure: 50次冻融 is about 冻融. */
export const MEASURE_CHARACTERS = "次个台套件支片亩头例级元年月天日秒度倍米克吨升瓦伏";

/** Where they are words of their own, they stand between two terms, never within one. */
export const BETWEEN_CHARACTERS = "的了和与及或在是将把被并且也都就而";

/** Behind another word they make a word of it (中空型, 板式, 监控); at the beginning of a term they are the end of that word, but for these words. */
export const SUFFIX_CHARACTERS = "型式性化率度器剂物控";
export const BEGIN_WITH_SUFFIX = ["型腔", "型材", "型钢", "型芯", "型砂", "型面", "型煤", "型线", "型谱", "型号", "型式", "型板", "型坯", "式样", "性能", "性质", "性状", "性价", "性别", "性态",
  "化学", "化工", "化肥", "化合", "化验", "化石", "化疗", "化纤", "化成", "化妆", "化简", "化油", "率先", "率定", "度量", "度假", "度数", "度夏", "度汛", "器件", "器具", "器官", "器械", "器材", "器皿", "器壁",
  "剂量", "剂型", "物理", "物质", "物料", "物流", "物联", "物资", "物种", "物体", "物品", "物性", "物相", "物镜", "物探", "物候", "物化", "物业",
  "控制", "控温", "控湿", "控压", "控释", "控股", "控件", "控轧", "控冷", "控氧", "控碳", "控形", "控流", "控速", "控尘", "控烟", "控水", "控盐"];
