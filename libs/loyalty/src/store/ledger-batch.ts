import { type Actor, actorLabel, type MemberId, type StoreId } from '@fanloop/kernel';
import type { Day } from '../rules/calendar/days';
import type { Account, Entry, Lot, LotChange, Posting } from '../rules/ledger/account';
import type { MoveKind, TierState } from '../rules/tiers/tier-state';
import type { Counters } from './counters';
import { hashOfEntry } from './hash-chain';

export interface PostingFacts {
  /** Unique together with the kind, for example `purchase:12`. */
  readonly reference: string;
  readonly actor: Actor;
  readonly reason?: string | null;
  readonly storeId?: StoreId | null;
  readonly trace?: object | null;
  readonly at: Date;
}

/** A line of a member's tier history; `from` and `to` are equal when a tier was kept or warned of. */
export interface TierChange {
  readonly memberId: MemberId;
  readonly kind: MoveKind;
  readonly from: string | null;
  readonly to: string | null;
  /** The tier that was judged: under a grant it may differ from both. */
  readonly judged: string | null;
  /** What moved it, for machines: `purchase:12`, `window`, `grant:3`. */
  readonly cause: string;
  /** The same for people. */
  readonly why: string;
  readonly qualifying: number;
  readonly needed: number;
  readonly until: Day | null;
  readonly at: Date;
}

/**
 * Changes of several locked accounts, gathered in memory in the order in which they happen and written at once by
 * `LedgerWriter`. Each entry's balance comes from the locked row and the entries of this batch before it.
 */
export class LedgerBatch {
  readonly entries: Entry[] = [];
  readonly newLots: { memberId: MemberId; lot: Lot }[] = [];
  readonly tierChanges: TierChange[] = [];
  /** Members whose clock of inactivity ran out: what they held until then ended at that moment. */
  readonly clocksRunOut = new Map<MemberId, Date>();
  private readonly now: Map<MemberId, Account>;
  private readonly changesByLot = new Map<string, { memberId: MemberId; change: LotChange }>();

  constructor(
    private readonly locked: ReadonlyMap<MemberId, Account>,
    readonly counters: Counters | null = null,
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
      pending: posting.pending,
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
    for (const lot of posting.newLots) this.newLots.push({ memberId, lot });
    for (const change of posting.changes) this.changeLot(memberId, change);
    this.now.set(memberId, { ...after, headHash: entry.hash });
    return entry;
  }

  /** One change per lot: what several postings of this batch did to it, added up. */
  get lotChanges(): { memberId: MemberId; change: LotChange }[] {
    return [...this.changesByLot.values()];
  }

  private changeLot(memberId: MemberId, change: LotChange): void {
    const key = `${memberId} ${change.lotNo}`;
    const known = this.changesByLot.get(key)?.change;
    this.changesByLot.set(key, { memberId, change: known ? added(known, change) : change });
  }

  /** Sets what is not points: birthday, next expiry, end. */
  note(memberId: MemberId, change: Partial<Account>): void {
    this.now.set(memberId, { ...this.now.get(memberId)!, ...change });
  }

  /** Lots that lived as long as the member was active ended at `at`: activity that comes later does not wake them. */
  endByInactivity(memberId: MemberId, at: Date): void {
    if (!this.clocksRunOut.has(memberId)) this.clocksRunOut.set(memberId, at);
    this.newLots.forEach((made, i) => {
      const { lot } = made;
      if (made.memberId === memberId && lot.byInactivity && lot.pending === 0)
        this.newLots[i] = { memberId, lot: { ...lot, byInactivity: false, expiresAt: later(lot.expiresAt, at) } };
    });
    this.note(memberId, { nextExpiryAt: earliest([this.now.get(memberId)!.nextExpiryAt, at]) });
  }

  moveTier(memberId: MemberId, tier: TierState, changes: readonly TierChange[]): void {
    this.tierChanges.push(...changes);
    const last = changes.findLast(({ from, to }) => from !== to);
    this.note(memberId, last ? { tier, tierSince: last.at } : { tier });
  }
}

const later = (a: Date | null, b: Date): Date => (a !== null && a > b ? a : b);

const added = (a: LotChange, b: LotChange): LotChange => ({
  lotNo: a.lotNo,
  remaining: a.remaining + b.remaining,
  pending: a.pending + b.pending,
  expired: a.expired + b.expired,
  clawedBack: a.clawedBack + b.clawedBack,
  expiresAt: b.expiresAt ?? a.expiresAt,
});

const applied = (account: Account, posting: Posting): Account => ({
  ...account,
  available: account.available + posting.available,
  pending: account.pending + posting.pending,
  debt: account.debt + posting.debt,
  seq: account.seq + 1,
  lotCount: account.lotCount + posting.newLots.length,
  nextExpiryAt: earliest([
    account.nextExpiryAt,
    ...posting.newLots.map((lot) => lot.expiresAt),
    ...posting.changes.map((change) => change.expiresAt),
  ]),
  nextActivationAt: earliest([account.nextActivationAt, ...posting.newLots.map((lot) => lot.activateAt)]),
});

/** The first of these moments; null when there is none. */
export const earliest = (moments: readonly (Date | null)[]): Date | null =>
  moments.reduce((first, moment) => (moment !== null && (first === null || moment < first) ? moment : first), null);
