export type Query = Record<string, string | readonly string[] | undefined>;

/** Address of a list with some parameters changed; empty ones are left out. The address is the truth of every list. */
export function listHref(path: string, query: Query, changes: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...changes })) {
    for (const one of typeof value === "string" ? [value] : (value ?? [])) if (one !== "") params.append(name, one);
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** The same parameters as hidden fields of a GET form, without those the form itself sends. */
export function hiddenPairs(query: Query, without: readonly string[] = []): [string, string][] {
  return Object.entries(query).flatMap(([name, value]) =>
    without.includes(name) ? [] : (typeof value === "string" ? [value] : (value ?? [])).filter(Boolean).map((one): [string, string] => [name, one]),
  );
}
