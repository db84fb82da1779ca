/** Catalog keys nest by dots, and event names hold one ("deal.opened"): the key of its sentence has underscores instead. */
export function noticeKey(kind: string): string {
  return kind.replaceAll(".", "__");
}
