import { formToObject } from "@/app/_server/form-data";
import { shareOf } from "./share-of";

const shared = { name: "name", creditCode: "creditCode", nature: "nature", place: "place", share: "shareBasisPoints" } as const;
type CoParty = Partial<Record<keyof typeof shared, string>>;

/** Parties of both sides of a contract, as recorded or corrected. The shares of further ones are typed in per cent and leave the rest to the deal's own organisation. */
export function partiesOfForm(form: FormData): Record<string, unknown> {
  const { coSellers, coBuyers, sellerId, buyerId, ...rest } = formToObject(form);
  return { ...rest, sellers: parties("sellers", coSellers, sellerId), buyers: parties("buyers", coBuyers, buyerId) };

  function parties(side: "sellers" | "buyers", rows: unknown, organisationId: unknown) {
    // A line in which anything stands is a party: what it lacks is said beside it, not dropped.
    const others = (Array.isArray(rows) ? (rows as CoParty[]) : []).filter((row) => Object.values(row).some((text) => text?.trim()));
    const basisPoints = others.map((row) => Math.round(shareOf(row.share) * 100));
    // Sentences about a party name its column as the form does; the first party is the deal's own.
    for (const [index] of others.entries())
      for (const [column, field] of Object.entries(shared)) form.set(`_label.${side}.${index + 1}.${field}`, String(form.get(`_label.${side}.${column}`) ?? ""));
    return [
      { organisationId, shareBasisPoints: 10_000 - basisPoints.reduce((sum, one) => sum + (one || 0), 0) },
      ...others.map((row, index) => ({ name: row.name, creditCode: row.creditCode, nature: row.nature, place: row.place, shareBasisPoints: basisPoints[index] })),
    ];
  }
}
