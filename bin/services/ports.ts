import net from "node:net";

/** Why a loopback port cannot be bound now (`EADDRINUSE`, `EACCES`), or null. */
export async function portProblem(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

/** Whether a loopback port can be bound now. */
export async function isFree(port: number): Promise<boolean> {
  return (await portProblem(port)) === null;
}

/**
 * A free loopback port: the preferred one if nobody has it, otherwise one that the system chooses.
 * Somebody may take it between the answer and its use; whoever binds it must be ready to ask again.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isFree(preferred))) return preferred;
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host: "127.0.0.1" }, () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
