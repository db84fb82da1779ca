import { achievementTexts, needTexts } from "@/db/seed/content-files";
import type { Cast } from "@/db/seed/people";
import { type Random, seededRandom } from "@/db/seed/random";
import type { Person } from "@/lib/core/actor";
import { addDays, todayInHarbin } from "@/lib/core/dates";
import { newId } from "@/lib/core/id";
import type { Diary, Entry, Intent } from "./diary";

type Kind = "achievement" | "need";
type Status = "none" | "draft" | "pending" | "published" | "withdrawn";

/** What the client believes of one record. Two statuses or texts: an act on it stayed without an answer for ever. */
export type Story = {
  kind: Kind; title: string; owner: Person; id: string | null; reviewId: string | null; lock: number; edits: number;
  status: Status[]; text: string[]; claimed: boolean; courted: boolean; over: boolean;
};
export type Courtship = { message: string; targetId: string; entry: Entry };
export type Told = { stories: Story[]; courtships: Courtship[] };

const universities = ["hit", "heu", "nefu", "hust"];
const enterprises = ["boshi", "slry", "slyy", "slnj"];
/** Stories that one writer keeps alive at a time. */
const shelf = 12;

/** One of the eight clients: lives the lives of its own records, act by act, until `enough`. */
export async function write(index: number, seed: number, cast: Cast, diary: Diary, told: Told, enough: () => boolean): Promise<void> {
  const random = seededRandom(seed * 1_000 + index);
  const kind: Kind = index % 2 === 0 ? "achievement" : "need";
  const place = Math.floor(index / 2);
  const owner = cast.writerOf((kind === "achievement" ? universities : enterprises)[place % 4]!);
  const suitor = cast.writerOf((kind === "achievement" ? enterprises : universities)[place % 4]!);
  const reviewers = [cast.persona("reviewer"), cast.persona("reviewer-2")];
  const texts = contents(kind);
  const mine: Story[] = [];
  for (let made = 0; !enough();) {
    const alive = mine.filter((story) => !story.over);
    if (alive.length < shelf && (alive.length < 3 || random.next() < 0.25)) {
      made += 1;
      const text = texts[(made * 8 + index) % texts.length]!;
      const story: Story = {
        kind, title: `${String(text.title).slice(0, 24)} K${index}-${made}`, owner, id: null, reviewId: null, lock: 0, edits: 0,
        status: ["none"], text: [""], claimed: false, courted: false, over: false,
      };
      mine.push(story);
      told.stories.push(story);
      await step(story, text, random, { diary, told, reviewers, suitor });
    } else {
      const story = random.pick(alive);
      await step(story, texts.find((text) => story.title.startsWith(String(text.title).slice(0, 24)))!, random, { diary, told, reviewers, suitor });
    }
  }
}

type Company = { diary: Diary; told: Told; reviewers: Person[]; suitor: Person };

/** The next thing that may happen to a record. */
async function step(story: Story, text: Record<string, unknown>, random: Random, { diary, told, reviewers, suitor }: Company): Promise<void> {
  const giveUp = (): boolean => random.next() < 0.2;
  const act = (actor: Person, name: string, input: Record<string, unknown>, expected: Intent["expected"] = "ok"): Promise<Entry> =>
    diary.act({ act: name, actor, input, expected }, giveUp);
  const { kind, id } = story;
  const settle = (entry: Entry, after: Partial<Pick<Story, "status" | "text">>): boolean => {
    if (entry.outcome === "ok") Object.assign(story, after);
    // Without an answer both are possible, and nothing that builds on it is tried.
    else if (entry.outcome === "unknown") Object.assign(story, { status: [...story.status, ...(after.status ?? [])], text: [...story.text, ...(after.text ?? [])] });
    story.over ||= entry.outcome !== "ok";
    return entry.outcome === "ok";
  };
  const status = story.status[0]!;

  if (status === "none") {
    const entry = await act(story.owner, `${kind}.drafted`, { title: story.title });
    if (settle(entry, { status: ["draft"] })) story.id = (entry.answer as { id: string }).id;
    return;
  }
  if (random.next() < 0.05) {
    // Somebody who has no right tries: a refusal is an answer too, and must leave nothing.
    await act(suitor, `${kind}.withdrawn`, { listingId: id, reason: "不该成功" }, "refused");
    return;
  }
  if (status === "draft" && (story.edits === 0 || random.next() < 0.4)) {
    const field = kind === "achievement" ? "description" : "problem";
    const written = `${String(text[field])}\n第${story.edits + 1}稿 ${story.title}`;
    const entry = await act(story.owner, `${kind}.edited`, {
      listingId: id, lock: story.lock, session: newId(), content: { ...text, title: story.title, [field]: written },
      statement: { secrecyReviewedBy: "单位保密办公室", secrecyReviewedOn: todayInHarbin(new Date()), exportControl: "no" },
    });
    if (settle(entry, { text: [written] })) Object.assign(story, { lock: (entry.answer as { lock: number }).lock, edits: story.edits + 1 });
  } else if (status === "draft") {
    const entry = await act(story.owner, `${kind}.submitted`, { listingId: id, classified: "no", promise: true });
    if (settle(entry, { status: ["pending"] })) story.reviewId = (entry.answer as { reviewId: string }).reviewId;
  } else if (status === "pending" && !story.claimed) {
    story.claimed = settle(await act(reviewers[story.title.length % 2]!, "review.claimed", { reviewIds: [story.reviewId] }), {});
  } else if (status === "pending") {
    settle(await act(reviewers[story.title.length % 2]!, `${kind}.approved`, { reviewId: story.reviewId }), { status: ["published"] });
  } else if (status === "published" && !story.courted) {
    story.courted = true;
    const message = `我们希望就此项目进一步了解：${story.title}`;
    const entry = await act(suitor, "interest.sent", { targetListingId: id, message });
    told.courtships.push({ message, targetId: id!, entry });
  } else if (status === "published") {
    // Most stay public, so that the index has something to hold.
    if (random.next() < 0.3) settle(await act(story.owner, `${kind}.withdrawn`, { listingId: id, reason: "暂时收回资料" }), { status: ["withdrawn"] });
    else story.over = true;
  } else settle(await act(story.owner, `${kind}.relisted`, { listingId: id }), { status: ["published"] });
}

function contents(kind: Kind): Record<string, unknown>[] {
  if (kind === "achievement") return achievementTexts().map(({ key: _, institution: __, techArea: ___, ...content }) => content);
  return needTexts().map(({ key: _, organisation: __, techArea: ___, answers: ____, fit: _____, gap: ______, deadlineDays, ...content }) =>
    ({ ...content, deadline: deadlineDays ? addDays(todayInHarbin(new Date()), deadlineDays) : null }));
}

/** One of the four who only look. What is found may be old, but somebody has to ask while everything is being killed. */
export async function look(index: number, seed: number, diary: Diary, told: Told, enough: () => boolean): Promise<void> {
  const random = seededRandom(seed * 1_000 + 500 + index);
  while (!enough()) await diary.search(told.stories.length > 0 ? random.pick(told.stories).title.slice(0, random.between(2, 8)) : "技术");
}
