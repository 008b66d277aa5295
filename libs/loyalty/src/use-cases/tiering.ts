import type { MemberId } from '@fanloop/kernel';
import type { Day } from '../rules/calendar/days';
import type { Account } from '../rules/ledger/account';
import { advance } from '../rules/tiers/advance';
import { type CauseWords, causeLine } from '../rules/tiers/causes';
import { fall, rise } from '../rules/tiers/revise';
import { currentCode } from '../rules/tiers/stair';
import type { Moved, TierContext, TierMove } from '../rules/tiers/tier-state';
import { type Tier, tierByCode } from '../rules/tiers/tiers';
import type { BrandTime } from '../store/brand-time';
import type { LedgerBatch, TierChange } from '../store/ledger-batch';
import { type TierMemory, type TierProgramme, tierContext } from '../store/tier-memory';

/** What moved a tier: `reference` for machines (`purchase:12`), the words for people. */
export interface TierCause extends CauseWords {
  readonly reference: string;
}

/** Tiers of the accounts of one batch, judged from what the days count and never from the balance. */
export class Tiering {
  constructor(
    private readonly programme: TierProgramme,
    private readonly time: BrandTime,
    private readonly batch: LedgerBatch,
    private readonly memory: TierMemory,
  ) {}

  /**
   * The tier that judges an event of this day. A later day than the last one first moves the windows on, as the nights would
   * have; an earlier one, history that comes late, asks what the member had then.
   */
  tierOn(memberId: MemberId, day: Day, at: Date): Tier | null {
    const { tier } = this.batch.account(memberId)!;
    if (day < tier.day) return this.tierThen(memberId, at);
    this.moveOn(memberId, day);
    return tierByCode(this.programme.tiers, this.batch.account(memberId)!.tier.code);
  }

  /** Passes the ends of windows, graces and grants before `day`. */
  moveOn(memberId: MemberId, day: Day): void {
    const { tier } = this.batch.account(memberId)!;
    const moved = advance(tier, day, this.contextOf(memberId));
    this.note(memberId, moved, { reference: 'window' }, (move) => this.time.startOf(move.on));
  }

  /** Upwards at once, after an earning. True when the tier changed. */
  rise(memberId: MemberId, cause: TierCause, at: Date): boolean {
    return this.revise(memberId, rise, cause, at);
  }

  /** After a refund, which may be of a later day than the last one. True when the tier changed. */
  fall(memberId: MemberId, cause: TierCause, at: Date): boolean {
    this.moveOn(memberId, this.time.day(at));
    return this.revise(memberId, fall, cause, at);
  }

  /** Any other change of a member's tier. True when the tier changed. */
  change(
    memberId: MemberId,
    decide: (state: Account['tier'], context: TierContext) => Moved,
    cause: TierCause,
    at: Date,
  ): boolean {
    return this.revise(memberId, decide, cause, at);
  }

  private contextOf(memberId: MemberId): TierContext {
    return tierContext(this.programme, this.time, this.batch.account(memberId)!, this.memory.days);
  }

  private revise(
    memberId: MemberId,
    decide: (state: Account['tier'], context: TierContext) => Moved,
    cause: TierCause,
    at: Date,
  ): boolean {
    const before = this.batch.account(memberId)!.tier;
    this.note(memberId, decide(before, this.contextOf(memberId)), cause, () => at);
    return this.batch.account(memberId)!.tier.code !== before.code;
  }

  private note(memberId: MemberId, moved: Moved, cause: TierCause, atOf: (move: TierMove) => Date): void {
    if (moved.state === this.batch.account(memberId)!.tier) return;
    const { tiers, settings } = this.programme;
    const changes = moved.moves.map(
      (move): TierChange => ({
        memberId,
        kind: move.kind,
        from: move.from,
        to: move.to,
        judged: move.judged,
        cause: cause.reference,
        why: causeLine(move, tiers, settings.tiers.basis, cause),
        qualifying: move.qualifying,
        needed: move.needed,
        until: move.until,
        at: atOf(move),
      }),
    );
    this.batch.moveTier(memberId, moved.state, changes);
  }

  private tierThen(memberId: MemberId, at: Date): Tier | null {
    const { tiers, formerTiers } = this.programme;
    const now = this.batch.account(memberId)!.tier.code;
    const code = this.memory.past.codeAt(memberId, at, this.batch.tierChanges, now);
    return tierByCode(tiers, currentCode(code, { tiers, successors: formerTiers.successors }));
  }
}
