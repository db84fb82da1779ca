/** Wakes those who wait for a condition whenever something has changed that it may depend on. */
export class Signal {
  private readonly waiting = new Set<() => void>();

  tell(): void {
    for (const look of [...this.waiting]) look();
  }

  /** Resolves at the moment the condition holds. @throws Error after `deadlineMs` */
  async until(condition: () => boolean, deadlineMs: number): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      const done = (settle: () => void): void => {
        this.waiting.delete(look);
        clearTimeout(timer);
        settle();
      };
      const look = (): void => {
        if (condition()) done(resolve);
      };
      const timer = setTimeout(() => done(() => reject(new Error(`waited ${deadlineMs / 1000} s in vain for: ${condition.toString()}`))), deadlineMs);
      this.waiting.add(look);
    });
  }
}
