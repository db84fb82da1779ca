import ExcelJS from "exceljs";
import type { Audience } from "@/lib/listings/states";

/** Papers are made, not stored: a sheet of what the text itself says, with a line that it is fictional. */
async function sheet(title: string, heads: string[], rows: string[][]): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet("演示数据");
  page.addRows([[title], ["演示数据，内容均为虚构"], [], heads, ...rows]);
  page.columns.forEach((column) => { column.width = 24; });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

type Figure = { indicator: string; ours: string; unit: string; current: string; evidence: string };
export type Paper = { name: string; audience: Audience; bytes: Uint8Array<ArrayBuffer> };

const audiences: readonly Audience[] = ["public", "registered", "deal"];

/** Every fourth achievement that names figures comes with the sheet of them, for each audience in turn; the others still lack a paper. */
export async function figuresPaper(index: number, { title, advantages = [] }: { title: string; advantages?: Figure[] }): Promise<Paper | null> {
  if (index % 4 !== 0 || advantages.length === 0) return null;
  const bytes = await sheet(title, ["指标", "本成果", "现有做法", "单位", "依据"], advantages.map((row) => [row.indicator, row.ours, row.current, row.unit, row.evidence]));
  return { name: "关键指标与检测依据（演示数据）.xlsx", audience: audiences[(index / 4) % audiences.length]!, bytes };
}

/** What the seller puts on the table when terms are talked about. */
export async function termsPaper(title: string, lines: Record<string, string>): Promise<File> {
  return new File([await sheet(title, ["事项", "说明"], Object.entries(lines))], "条款说明（演示数据）.xlsx");
}
