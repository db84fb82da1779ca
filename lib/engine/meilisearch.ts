import { countTerms, encodeTerm, isCharacter, normalise, termText, type Term } from "@/lib/engine/analyse";
import { textOf, type ListingKind, type SearchDocument } from "@/lib/engine/document";
import { termsOfPeople } from "@/lib/engine/people";
import { expand, expander, type SynonymGroups } from "@/lib/engine/expand";
import { requestJson, type HttpConnection } from "@/lib/engine/http-connection";
import { meaningIndex, meaningStore } from "@/lib/engine/meaning-store";
import { isMissingIndex, orMissing } from "@/lib/engine/missing-index";
import { EngineUnavailable, NO_TASK, type EngineAnswer, type EngineHit, type EngineQuery, type EngineSort, type ListingFilter, type SearchEngine } from "@/lib/engine/port";

export interface MeilisearchOptions extends HttpConnection {
  /** The index's uid, `listings` in the product. */
  index: string;
  synonyms?: SynonymGroups;
  stopWords?: readonly string[];
  /** For one search request. */
  deadlineMs?: number;
}

const DOCUMENT_FIELDS = ["id", "kind", "stamp", "title", "summary", "body", "keywords", "number", "organisationId", "organisationName",
  "industry", "field", "direction", "district", "maturity", "modes", "ipKinds", "priceFen", "budgetMinFen", "budgetMaxFen", "money",
  "publishedAt", "deadline", "elements", "people", "demo", "addedTerms", "removedTerms"];

const HIT_FIELDS = ["id", "stamp", "kind"];

/**
 * The engine matches the terms this platform cut (`analyse`), not its own words: no segmentation, spelling
 * tolerance, prefixes or distances between words are wanted of it, and leaving them out makes it index faster.
 */
const SETTINGS = {
  // Their names stand for how terms are written: an index with other names is built anew (`state`).
  searchableAttributes: ["termsOfTitle", "termsOfBody", "characters", "termsOfPeople"],
  // The engine copies all of these for every hit before it picks those asked for; `fetch` and `scan` give the others.
  displayedAttributes: HIT_FIELDS,
  filterableAttributes: ["id", "kind", "industry", "field", "direction", "district", "maturity", "modes", "ipKinds", "organisationId",
    "priceFen", "budgetMinFen", "budgetMaxFen", "deadline"],
  sortableAttributes: ["publishedAt", "deadline", "maturity", "priceFen"],
  rankingRules: ["sort", "words", "attribute"],
  typoTolerance: { enabled: false },
  proximityPrecision: "byAttribute",
  prefixSearch: "disabled",
  facetSearch: false,
  localizedAttributes: [{ locales: ["eng"], attributePatterns: ["*"] }],
  pagination: { maxTotalHits: 100_000 },
  // Of more institutions than are handed out, those with the most records.
  faceting: { maxValuesPerFacet: 200, sortFacetValuesBy: { organisationId: "count" } },
};

const SORTS: Record<EngineSort, string[] | undefined> = {
  relevance: undefined, newest: ["publishedAt:desc"], deadline: ["deadline:asc"], maturity: ["maturity:desc"], price: ["priceFen:asc"],
};

/** In quotes: otherwise the engine also takes a pair of characters apart, and finds all records that hold both anywhere (docs/decisions/0022-search.md). */
const wholeWord = (term: string) => `"${encodeTerm(term)}"`;

const quoted = (value: string) => `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

function filterText(filter: ListingFilter): string[] {
  const parts: string[] = [];
  const oneOf = (name: string, values: readonly string[] | undefined) => {
    if (values?.length) parts.push(`${name} IN [${values.map(quoted).join(",")}]`);
  };
  if (filter.kind) parts.push(`kind = ${filter.kind}`);
  for (const name of ["industry", "field", "direction", "district", "modes", "ipKinds", "organisationId"] as const) oneOf(name, filter[name]);
  oneOf("id", filter.ids);
  if (filter.notIds?.length) parts.push(`id NOT IN [${filter.notIds.map(quoted).join(",")}]`);
  if (filter.notOrganisationId) parts.push(`organisationId != ${quoted(filter.notOrganisationId)}`);
  const { maturity, priceFen, budgetFen } = filter;
  if (maturity?.min !== undefined) parts.push(`maturity >= ${maturity.min}`);
  if (maturity?.max !== undefined) parts.push(`maturity <= ${maturity.max}`);
  if (priceFen?.min !== undefined) parts.push(`priceFen >= ${priceFen.min}`);
  if (priceFen?.max !== undefined) parts.push(`priceFen <= ${priceFen.max}`);
  if (budgetFen?.min !== undefined) parts.push(`budgetMaxFen >= ${budgetFen.min}`);
  if (budgetFen?.max !== undefined) parts.push(`(budgetMinFen <= ${budgetFen.max} OR (budgetMinFen IS NULL AND budgetMaxFen IS NOT NULL))`);
  if (filter.openAt !== undefined) parts.push(`(deadline IS NULL OR deadline >= ${filter.openAt})`);
  return parts;
}

/** The engine works through the questions of one request one after the other: several go on so many sockets side by side. */
const LANES = 2;

interface MeiliAnswer { hits: EngineHit[]; estimatedTotalHits: number; facetDistribution?: Record<string, Record<string, number>> }

/** Meilisearch ≥ 1.21 behind the port. */
export function meilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const path = `/indexes/${options.index}`;
  const deadlineMs = options.deadlineMs ?? 5_000;
  const words = expander(options.synonyms ?? []);
  const call = <T>(method: string, at: string, body?: unknown, limit = deadlineMs) => requestJson<T>(options, method, at, body, limit);

  const question = (query: EngineQuery) => ({
    ...(query.near
      ? { indexUid: meaningIndex(options.index), vector: query.near.vector, hybrid: { embedder: query.near.embedder, semanticRatio: 1 } }
      : { indexUid: options.index, q: (query.terms ?? []).map(wholeWord).join(" "), matchingStrategy: "all" }),
    filter: query.filter ? filterText(query.filter) : [],
    ...(query.facets?.length ? { facets: query.facets } : {}),
    ...(SORTS[query.sort ?? "relevance"] ? { sort: SORTS[query.sort ?? "relevance"] } : {}),
    offset: query.offset ?? 0,
    limit: query.limit,
    attributesToRetrieve: HIT_FIELDS,
  });
  const answer = (raw: MeiliAnswer): EngineAnswer => ({
    hits: raw.hits.map((hit) => ({ id: hit.id, stamp: hit.stamp, kind: hit.kind })),
    total: raw.estimatedTotalHits,
    facets: raw.facetDistribution ?? {},
  });

  const prepare = (document: SearchDocument) => {
    const titleText = normalise([document.title, ...document.keywords, document.number ?? "", document.organisationName ?? "", ...(document.addedTerms ?? [])].join("\n"));
    const bodyText = normalise(textOf(document));
    const title = countTerms(titleText), body = countTerms(bodyText);
    for (const term of expand(words, titleText, title)) title.set(term, 1);
    for (const term of expand(words, bodyText, body)) body.set(term, 1);
    const characters = new Set<Term>();
    const whole = (terms: Map<Term, number>, without?: Map<Term, number>) => {
      const out: string[] = [];
      for (const term of terms.keys()) {
        if (isCharacter(term)) characters.add(term);
        else if (!without?.has(term)) out.push(encodeTerm(termText(term)));
      }
      return out.join(" ");
    };
    const termsOfTitle = whole(title);
    // Body terms that the title has too are needed no second time: every query asks for both fields. Nobody is looked for by one character of a name.
    const people = [...termsOfPeople(document).keys()].filter((term) => !isCharacter(term) && !title.has(term) && !body.has(term));
    return {
      ...document, termsOfTitle, termsOfBody: whole(body, title), characters: [...characters].map((term) => encodeTerm(termText(term))).join(" "),
      termsOfPeople: people.map((term) => encodeTerm(termText(term))).join(" "),
    };
  };

  const engine: SearchEngine = {
    kind: "meilisearch",
    synonyms: words,
    meaning: meaningStore(options.index, call, (task, limit) => engine.waitForTask(task, limit)),
    stopWords: options.stopWords,
    async search(query) {
      const { indexUid: _, ...body } = question(query);
      return answer(await call<MeiliAnswer>("POST", `${path}/search`, body));
    },
    async multiSearch(queries) {
      if (queries.length === 0) return [];
      // By turns: the first questions of a sentence bring most records, and the lane that has them all would be waited for.
      const lanes = Array.from({ length: Math.min(LANES, queries.length) }, (_, lane) => queries.filter((_, i) => i % LANES === lane));
      const raw = await Promise.all(lanes.map((some) => call<{ results: MeiliAnswer[] }>("POST", "/multi-search", { queries: some.map(question) })));
      return queries.map((_, i) => answer(raw[i % LANES]!.results[Math.floor(i / LANES)]!));
    },
    async fetch(ids) {
      if (ids.length === 0) return [];
      const raw = await call<{ results: SearchDocument[] }>("POST", `${path}/documents/fetch`, { ids, limit: ids.length, fields: DOCUMENT_FIELDS }, 30_000);
      return raw.results;
    },
    async scan(kind: ListingKind, offset, limit) {
      const raw = await call<{ results: SearchDocument[]; total: number }>("POST", `${path}/documents/fetch`,
        { offset, limit, fields: DOCUMENT_FIELDS, filter: `kind = ${kind}` }, 60_000);
      return { documents: raw.results, total: raw.total };
    },
    async stamps(offset, limit) {
      const raw = await call<{ results: EngineHit[] }>("POST", `${path}/documents/fetch`, { offset, limit, fields: HIT_FIELDS }, 60_000);
      return raw.results;
    },
    async indexDocuments(batch) {
      if (batch.length === 0) return NO_TASK;
      // An index that a record makes by itself searches every field; given settings afterwards, it answers some words with an error.
      if ((await engine.state()) === "missing") await engine.settings();
      return (await call<{ taskUid: number }>("POST", `${path}/documents?primaryKey=id`, batch.map(prepare), 60_000)).taskUid;
    },
    async deleteDocuments(ids) {
      if (ids.length === 0) return NO_TASK;
      return (await call<{ taskUid: number }>("POST", `${path}/documents/delete-batch`, ids)).taskUid;
    },
    async settings() {
      if ((await engine.state()) === "missing") {
        // A second process may have created it in between; the settings task below is the test that counts.
        const created = await call<{ taskUid: number }>("POST", "/indexes", { uid: options.index, primaryKey: "id" });
        await engine.waitForTask(created.taskUid, 60_000).catch((error: unknown) => { if (!String(error).includes("index_already_exists")) throw error; });
      }
      await engine.waitForTask((await call<{ taskUid: number }>("PATCH", `${path}/settings`, SETTINGS)).taskUid, 600_000);
    },
    async state() {
      const fields = await orMissing(call<string[]>("GET", `${path}/settings/searchable-attributes`));
      if (fields === null) return "missing";
      return fields.join() === SETTINGS.searchableAttributes.join() ? "fits" : "differs";
    },
    async drop() {
      const task = await orMissing(call<{ taskUid: number }>("DELETE", path));
      if (task !== null) await engine.waitForTask(task.taskUid, 60_000).catch((error: unknown) => { if (!isMissingIndex(error)) throw error; });
    },
    async swap(otherIndex) {
      const renamed = (await engine.state()) === "missing";
      const task = await call<{ taskUid: number }>("POST", "/swap-indexes", [renamed ? { indexes: [otherIndex, options.index], rename: true } : { indexes: [options.index, otherIndex] }]);
      await engine.waitForTask(task.taskUid, 60_000);
    },
    async waitForTask(task, limit) {
      if (task === NO_TASK) return;
      const end = Date.now() + limit;
      for (let pause = 5; ; pause = Math.min(pause * 1.5, 250)) {
        const state = await call<{ status: string; error?: { code: string; message: string } }>("GET", `/tasks/${task}`);
        if (state.status === "succeeded") return;
        if (state.status === "failed" || state.status === "canceled") throw new EngineUnavailable(`task ${task}: ${state.error?.code ?? state.status} ${state.error?.message ?? ""}`);
        if (Date.now() + pause > end) throw new EngineUnavailable(`task ${task} did not end within ${limit} ms`);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
    async health() {
      return call<{ status: string }>("GET", "/health", undefined, 1_000).then((state) => state.status === "available", () => false);
    },
  };
  return engine;
}
