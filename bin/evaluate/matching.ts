import type { ScratchEngine } from "../scratch-engine";
import type { Options } from "./files";
export async function evaluateMatching(options: Options, scratch: ScratchEngine): Promise<void> { void options; void scratch; }
