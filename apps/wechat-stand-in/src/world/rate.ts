import type { MovableClock } from './clock';

/** Counts what happened in the last minute, by key. */
export class MinuteRate {
  private readonly seen = new Map<string, number[]>();

  constructor(
    private readonly clock: MovableClock,
    private readonly perMinute: number,
  ) {}

  /** False when this one would be over the limit; such a call is not counted. */
  allows(key: string): boolean {
    const now = this.clock.nowMs();
    const recent = (this.seen.get(key) ?? []).filter((at) => at > now - 60_000 && at <= now);
    const allowed = recent.length < this.perMinute;
    if (allowed) recent.push(now);
    this.seen.set(key, recent);
    return allowed;
  }

  reset(): void {
    this.seen.clear();
  }
}
