import { addDays, type Clock, type MemberId, type Points } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Lot } from '../rules/ledger/account';
import { SettledLots } from './settled-lots';

export interface ExpiringPoints {
  readonly points: Points;
  readonly expiresAt: Date;
}

export interface PendingPoints {
  readonly points: Points;
  /** Null: with an event. */
  readonly activateAt: Date | null;
  readonly activateOn: string | null;
}

/** What a member's lots will lose and gain, and when: the nearest first. */
@Injectable()
export class ExpiringRead {
  constructor(
    private readonly reader: Reader,
    private readonly settled: SettledLots,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(memberId: MemberId, withinDays: number): Promise<ExpiringPoints[]> {
    const until = addDays(this.clock.now(), withinDays);
    const ends = new Map<number, Points>();
    for (const { remaining, expiresAt } of await this.lots(memberId))
      if (remaining > 0 && expiresAt !== null && expiresAt <= until)
        ends.set(expiresAt.getTime(), (ends.get(expiresAt.getTime()) ?? 0) + remaining);
    return [...ends].sort(([a], [b]) => a - b).map(([end, points]) => ({ points, expiresAt: new Date(end) }));
  }

  /** Points that wait, those with a day first. */
  async pending(memberId: MemberId): Promise<PendingPoints[]> {
    const waits = new Map<string, PendingPoints>();
    for (const { pending, activateAt, activateOn } of await this.lots(memberId)) {
      if (pending === 0) continue;
      const key = `${activateAt?.getTime()} ${activateOn}`;
      waits.set(key, { activateAt, activateOn, points: pending + (waits.get(key)?.points ?? 0) });
    }
    return [...waits.values()].sort((a, b) => dayOf(a) - dayOf(b));
  }

  private async lots(memberId: MemberId): Promise<Lot[]> {
    const accounts = await this.settled.ledger.accounts.read(this.reader, [memberId]);
    return (await this.settled.of([...accounts.values()], this.clock.now())).get(memberId)?.lots ?? [];
  }
}

const dayOf = ({ activateAt }: PendingPoints): number => activateAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
