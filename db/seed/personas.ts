/** One demo account per role; `npm start` prints them and the sign-in page offers them (only with APP_ENV=local). */
export const demoPassword = "demo-2026-harbin";

export type Persona = {
  key: string;
  name: string;
  email: string;
  /** Shown on the sign-in page. */
  role: string;
  does: string;
  organisations: { key: string; roles: string[] }[];
  operator: boolean;
  broker: boolean;
  introduction: string;
};

function persona(key: string, name: string, role: string, does: string, organisations: Persona["organisations"], extra: Partial<Persona> = {}): Persona {
  return { key, name, email: `${key}@demo.local`, role, does, organisations, operator: false, broker: false, introduction: "", ...extra };
}

export const personas: Persona[] = [
  persona("office", "王敏", "成果转化办", "写成果、谈交易", [{ key: "hit", roles: ["administrator", "editor"] }]),
  persona("office-viewer", "赵晓宁", "成果转化办（查看）", "只看不改", [{ key: "hit", roles: ["viewer"] }]),
  persona("enterprise", "李强", "企业", "发需求、看匹配", [{ key: "boshi", roles: ["administrator", "editor"] }]),
  persona("reviewer", "张立新", "科技局审核员", "审核、登记", [{ key: "kjj", roles: ["reviewer"] }]),
  persona("reviewer-2", "孙丽华", "科技局审核员", "审核、登记", [{ key: "kjj", roles: ["reviewer"] }]),
  persona("director", "周海涛", "科技局领导", "看400亿、定目标", [{ key: "kjj", roles: ["director", "administrator"] }]),
  persona("broker", "陈思远", "技术经理人", "今天给谁打电话", [{ key: "ag-zy", roles: ["administrator", "editor"] }], { broker: true, introduction: "十二年装备制造和新材料方向成果转化经验，促成合同四十余份，持中级技术经纪人证书。" }),
  persona("operator", "吴桐", "平台运维", "认证单位、看作业", [], { operator: true }),
  persona("two-hats", "郑一鸣", "两个单位的成员", "切换单位", [{ key: "heu", roles: ["editor"] }, { key: "hadian", roles: ["editor"] }]),
];
