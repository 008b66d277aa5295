import type { MovableClock } from './clock';

/** When a person last had the mini-program open: WeChat checks texts only of people who were there lately. */
export class Visits {
  private readonly lastMs = new Map<string, number>();

  constructor(
    private readonly clock: MovableClock,
    private readonly visitSeconds: number,
  ) {}

  note(openid: string): void {
    this.lastMs.set(openid, this.clock.nowMs());
  }

  isRecent(openid: string): boolean {
    const last = this.lastMs.get(openid);
    return last !== undefined && this.clock.nowMs() - last <= this.visitSeconds * 1000;
  }

  reset(): void {
    this.lastMs.clear();
  }
}
