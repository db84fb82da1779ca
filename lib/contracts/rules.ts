/** What the registrar usually sends back, found before it is submitted (domain B4, refusal grounds). Advice; nothing blocks. */
export type Finding = "no_subtype" | "no_dates" | "dates_before" | "no_payment";

type Checked = { type: string; subType: string | null; startsOn: string | null; endsOn: string | null; signedOn: string; payment: string | null };

export function findingsOf(contract: Checked): Finding[] {
  const findings: Finding[] = [];
  if (!contract.subType && contract.type !== "consulting") findings.push("no_subtype");
  if (!contract.startsOn || !contract.endsOn) findings.push("no_dates");
  if (contract.startsOn && contract.startsOn < contract.signedOn) findings.push("dates_before");
  if (!contract.payment) findings.push("no_payment");
  return findings;
}
