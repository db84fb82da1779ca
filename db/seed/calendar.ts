import { withClock } from "@/lib/core/clock";

/**
 * The demo world is told relative to the day on which it is made. A moment in it is so many days before now, at an
 * office hour in Harbin; minutes move on by themselves, so that things happen one after the other.
 */
export class Calendar {
  private minutes = 0;
  constructor(readonly now: Date) {}

  /** Nothing is told later than this. */
  get latest(): Date {
    return new Date(this.now.getTime() - 60_000);
  }

  /** A moment `daysAgo` days before now, not later than a minute before now. */
  at(daysAgo: number, hour = 9): Date {
    this.minutes = (this.minutes + 7) % 420;
    const day = new Date(this.now.getTime() - daysAgo * 86_400_000);
    const harbinMidnight = Math.floor((day.getTime() + 8 * 3_600_000) / 86_400_000) * 86_400_000 - 8 * 3_600_000;
    return new Date(Math.min(harbinMidnight + hour * 3_600_000 + this.minutes * 60_000, this.latest.getTime()));
  }

  run<T>(daysAgo: number, work: () => Promise<T>, hour?: number): Promise<T> {
    return withClock(this.at(Math.max(0, daysAgo), hour), work);
  }
}
