import pino from "pino";

/** JSON lines on stderr: stdout belongs to what commands print for people. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? "info",
    redact: ["password", "*.password", "token", "*.token", "*.passwordHash", "req.headers.cookie", "req.headers.authorization"],
  },
  pino.destination({ dest: 2, sync: true }),
);

/** Logs a cause under a short number that the person is shown instead of it. */
export function logWithReference(error: unknown, where: string): string {
  const reference = `E-${Math.floor(Math.random() * 0x10000).toString(16).toUpperCase().padStart(4, "0")}${Date.now().toString(36).slice(-3).toUpperCase()}`;
  log.error({ err: error, reference, where }, "unexpected error");
  return reference;
}
