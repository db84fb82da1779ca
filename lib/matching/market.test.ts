import { afterEach, expect, test, vi } from "vitest";
import { log } from "@/lib/core/log";
import { EngineUnavailable } from "@/lib/engine/port";
import { memoryEngine } from "@/lib/engine/testing/memory-engine";
import graded from "./data/graded.json";
import { lookAgain, marketOf } from "./market";
import { achievementDocument, type AchievementText } from "./texts";

afterEach(() => { vi.restoreAllMocks(); });

test("vectors that cannot be read are told of with their cause, once, and matching goes on without them", async () => {
  const warned = vi.spyOn(log, "warn").mockImplementation(() => undefined);
  const cause = new EngineUnavailable("no space left on device");
  const documents = (graded.achievements as AchievementText[]).map(achievementDocument);
  const engine = { ...memoryEngine(documents), meaning: { modelName: async () => { throw cause; } } as never };
  for (let look = 0; look < 2; look += 1) {
    expect((await marketOf(engine, 10_000)).vectors).toBeNull();
    lookAgain(engine);
  }
  expect(warned.mock.calls).toEqual([[{ err: cause }, expect.stringContaining("without them")]]);
});
