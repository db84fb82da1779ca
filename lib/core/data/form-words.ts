/** Sentences a form says by itself when no server could answer it; everything else is worded on the server. */
export const formWords = {
  /** `{name}`, `{max}` and `{is}` (MB) are replaced. */
  fileTooLarge: "单个文件不超过{max}MB，“{name}”有{is}MB。",
  notReached: "没有连上服务器，您填写的内容仍在本页。请检查网络后再试一次。",
  /** As the server words it; `{field}` is the field's label. */
  required: "请填写{field}。",
  chooseField: "请选择{field}。",
  cancel: "取消",
  busy: "正在处理",
  show: "显示",
  hide: "隐藏",
  choose: "请选择",
} as const;
