/** What a server must not give up: with one of them off, work that was acknowledged is lost at a crash (reliability, decide now 2). */
export const durabilitySettings = ["fsync", "full_page_writes", "synchronous_commit"] as const;

/** remote_apply and remote_write promise more than on. */
export function isDurable(name: string, value: string | undefined): boolean {
  return value === "on" || (name === "synchronous_commit" && (value?.startsWith("remote_") ?? false));
}
