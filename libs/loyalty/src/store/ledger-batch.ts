import { type Actor, actorLabel, type MemberId, type Points, type StoreId } from '@fanloop/kernel';
import type { Account, Entry, Lot, LotChange, Posting } from '../rules/account';
import type { Day } from '../rules/days';
import type { CapUses } from './cap-uses';
import { hashOfEntry } from './hash-chain';
import type { TierDays } from './tier-days';

export interface PostingFacts {
  /** Unique together with the kind, for example `purchase:12`. */
  readonly reference: string;
  readonly actor: Actor;
  readonly reason?: string | null;
  readonly storeId?: StoreId | null;
  readonly trace?: object | null;
  readonly at: Date;
}

export interface TierChange {
  readonly memberId: MemberId;
  readonly from: string | null;
  readonly to: string;
  readonly cause: string;
  readonly qualifying: Points;
  readonly at: Date;
}

/**
 * Changes of several locked accounts, gathered in memory in the order in which they happen and written at once by
 * `LedgerWriter`. Each entry's balance comes from the locked row and the entries of this batch before it.
 */
export class LedgerBatch {
  readonly entries: Entry[] = [];
  readonly newLots: { memberId: MemberId; lot: Lot }[] = [];
  readonly lotChanges: { memberId: MemberId; change: LotChange }[] = [];
  readonly tierChanges: TierChange[] = [];
  private readonly now: Map<MemberId, Account>;

  constructor(
    private readonly locked: ReadonlyMap<MemberId, Account>,
    readonly counters: { readonly tierDays?: TierDays; readonly capUses?: CapUses } = {},
  ) {
    this.now = new Map(locked);
  }

  account(memberId: MemberId): Account | undefined {
    return this.now.get(memberId);
  }

  /** Accounts that changed, each as it was locked and as it shall be. */
  changed(): { before: Account; after: Account }[] {
    return [...this.now.values()].flatMap((after) => {
      const before = this.locked.get(after.memberId)!;
      return before === after ? [] : [{ before, after }];
    });
  }

  post(memberId: MemberId, posting: Posting, facts: PostingFacts): Entry {
    const account = this.now.get(memberId)!;
    const after = applied(account, posting);
    const unsigned = {
      memberId,
      seq: after.seq,
      kind: posting.kind,
      points: posting.points,
      balanceAfter: after.available - after.debt,
      lots: JSON.stringify(posting.touches),
      reference: facts.reference,
      actor: actorLabel(facts.actor),
      reason: facts.reason ?? null,
      storeId: facts.storeId ?? null,
      trace: facts.trace ? JSON.stringify(facts.trace) : null,
      at: facts.at,
      prevHash: account.headHash,
    };
    const entry = { ...unsigned, hash: hashOfEntry(unsigned) };
    this.entries.push(entry);
    if (posting.newLot) this.newLots.push({ memberId, lot: posting.newLot });
    for (const change of posting.changes) this.lotChanges.push({ memberId, change });
    this.now.set(memberId, { ...after, headHash: entry.hash });
    return entry;
  }

  /** Sets what is not points: tier, day of judgement, birthday, next expiry, end. */
  note(memberId: MemberId, change: Partial<Account>): void {
    this.now.set(memberId, { ...this.now.get(memberId)!, ...change });
  }

  moveTier(memberId: MemberId, to: string, day: Day, why: Omit<TierChange, 'memberId' | 'from' | 'to'>): void {
    const from = this.now.get(memberId)!.tierCode;
    this.tierChanges.push({ memberId, from, to, ...why });
    this.note(memberId, { tierCode: to, tierSince: why.at, tierDay: day });
  }
}

const applied = (account: Account, posting: Posting): Account => ({
  ...account,
  available: account.available + posting.available,
  debt: account.debt + posting.debt,
  seq: account.seq + 1,
  lotCount: account.lotCount + (posting.newLot ? 1 : 0),
  nextExpiryAt: earliest(account.nextExpiryAt, posting.newLot?.expiresAt ?? null),
});

const earliest = (a: Date | null, b: Date | null): Date | null => {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
};
