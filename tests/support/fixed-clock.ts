import type { Clock } from '@fanloop/kernel';

const SECOND_MS = 1000;
const UNITS = { ms: 1, seconds: SECOND_MS, minutes: 60 * SECOND_MS, hours: 3600 * SECOND_MS, days: 86_400 * SECOND_MS };

/** The present as a test wants it: it stands still until it is set or moved on. */
export class FixedClock implements Clock {
  private present: number;

  constructor(at: Date | string = '2026-06-15T04:00:00.000Z') {
    this.present = instant(at);
  }

  now(): Date {
    return new Date(this.present);
  }

  set(at: Date | string): void {
    this.present = instant(at);
  }

  /** Moves on by all the given units together: `advance({ days: 1, minutes: 5 })`; negative numbers go back. */
  advance(by: Partial<Record<keyof typeof UNITS, number>>): Date {
    for (const unit of Object.keys(UNITS) as (keyof typeof UNITS)[]) this.present += (by[unit] ?? 0) * UNITS[unit];
    return this.now();
  }
}

const instant = (at: Date | string): number => {
  const ms = new Date(at).getTime();
  if (Number.isNaN(ms)) throw new Error(`not a time: ${String(at)}`);
  return ms;
};
