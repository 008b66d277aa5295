import { addMs, type MemberId, systemActor } from '@fanloop/kernel';
import { BusinessCalendar } from '@fanloop/platform';
import type { LineFact } from '../rules/judging/facts';
import { purchaseFacts } from '../rules/judging/make-facts';
import type { Account, Entry, Lot, LotTouch } from '../rules/ledger/account';
import { giveBack, spend } from '../rules/ledger/ledger';
import { type AccountProof, proveAccount } from '../rules/ledger/proof';
import { BrandTime } from '../store/brand-time';
import { Counters } from '../store/counters';
import { hashOfEntry } from '../store/hash-chain';
import { LedgerBatch } from '../store/ledger-batch';
import { newAccount } from '../store/new-account';
import type { Programme } from '../store/programme.repository';
import { TierPast } from '../store/tier-past';
import { Judging } from './judging';
import type { OpenedJudging } from './open-judging';
import { paidPurchase } from './paid-purchase';
import { type RefundDone, type RefundedPart, refundOnBatch } from './refund-on-batch';
import { settle } from './settle';
import { Tiering } from './tiering';

const TIME = new BrandTime(new BusinessCalendar('Asia/Shanghai'));
const ACTOR = systemActor('spec');
const NOTHING = { amountFen: 0, quantity: 0 };

export interface Bought {
  readonly memberId: MemberId;
  readonly entry: Entry;
  /** In the order of the lines, with what is refunded by now. */
  lines: readonly (LineFact & { readonly refunded: { readonly amountFen: number; readonly quantity: number } })[];
}

interface Figures {
  readonly amountFen: number;
  readonly quantity: number;
}

/** The second is what others do: each refund is rounded as if there had been none before. */
export type Refunding = 'over the whole history' | 'each refund on its own';

interface Spent {
  readonly memberId: MemberId;
  readonly touches: readonly LotTouch[];
  returned: number;
}

/** Loyalty in memory: the use cases' own judging, settling and refunding on batches, with the database's part played by maps. */
export class World {
  counters = new Counters();
  purchases: Bought[] = [];
  spendings: Spent[] = [];
  refunds: RefundDone[] = [];
  private accounts = new Map<MemberId, Account>();
  private lots = new Map<MemberId, Map<number, Lot>>();
  private entries = new Map<MemberId, Entry[]>();

  constructor(
    readonly programme: Programme,
    members: readonly MemberId[],
    public now: Date,
  ) {
    const opening = { at: now, day: TIME.day(now), tierCode: programme.tiers[0]?.code ?? null };
    for (const id of members) {
      this.accounts.set(id, newAccount(id, opening));
      this.lots.set(id, new Map());
      this.entries.set(id, []);
    }
  }

  /** The same world once more, to let it go on in another way. What never changes is shared. */
  copy(): World {
    const world: World = Object.assign(Object.create(World.prototype), this);
    world.counters = copyOf(this.counters);
    world.purchases = this.purchases.map((bought) => ({ ...bought }));
    world.spendings = this.spendings.map((spent) => ({ ...spent }));
    world.refunds = [...this.refunds];
    world.accounts = new Map(this.accounts);
    world.lots = new Map([...this.lots].map(([id, lots]) => [id, new Map(lots)]));
    world.entries = new Map([...this.entries].map(([id, entries]) => [id, [...entries]]));
    return world;
  }

  wait(ms: number): void {
    this.now = addMs(this.now, ms);
  }

  buy(memberId: MemberId, lines: readonly LineFact[]): void {
    const opened = this.open();
    const day = TIME.day(this.now);
    const ordinal = this.purchases.length + 1;
    const shopper = opened.judging.shopper(memberId, day, this.now);
    const facts = purchaseFacts({ channel: 'store', storeId: '11', lines, ordinal }, shopper, TIME.local(this.now));
    const decision = opened.judging.decide(memberId, facts, day, this.now);
    const judged = { memberId, storeId: '11', at: this.now, day, facts, about: {}, actor: ACTOR };
    const { entry } = opened.judging.credit(decision, { ...judged, reference: `purchase:${ordinal}` });
    this.apply(opened.batch);
    this.purchases.push({ memberId, entry, lines: lines.map((line) => ({ ...line, refunded: NOTHING })) });
  }

  /** Refunds so that by now `after` of each line is refunded. */
  refund(bought: Bought, after: readonly Figures[], refunding: Refunding = 'over the whole history'): void {
    const lines = bought.lines.map(({ amountFen, quantity, refunded }, i): RefundedPart => {
      const now = after[i]!;
      if (refunding === 'over the whole history')
        return { amountFen, quantity, refundedBefore: refunded, refundedAfter: now };
      const alone = { amountFen: now.amountFen - refunded.amountFen, quantity: now.quantity - refunded.quantity };
      return { amountFen, quantity, refundedBefore: NOTHING, refundedAfter: alone };
    });
    const purchaseId = bought.entry.reference.slice('purchase:'.length);
    const earlier = this.refunds.filter(({ trace }) => trace.purchaseId === purchaseId).map(({ entry }) => entry);
    const opened = this.open();
    const done = refundOnBatch(opened, {
      query: { purchaseId, memberId: bought.memberId, storeId: '11', at: this.now, lines },
      paid: paidPurchase(bought.entry, lines),
      reference: `refund:${purchaseId}:${this.refunds.length + 1}`,
      lots: this.lotsOf(bought.memberId),
      earlier,
      time: TIME,
    });
    this.apply(opened.batch);
    this.refunds.push(done);
    bought.lines = bought.lines.map((line, i) => ({ ...line, refunded: after[i]! }));
  }

  spend(memberId: MemberId, share: number): void {
    const batch = this.settled(memberId);
    const account = batch.account(memberId)!;
    const points = Math.floor((account.available * share) / 100);
    if (points > 0) {
      const posting = spend(account, this.afterBatch(memberId, batch), points);
      batch.post(memberId, posting, { reference: `spend:${this.spendings.length}`, actor: ACTOR, at: this.now });
      this.spendings.push({ memberId, touches: posting.touches, returned: 0 });
    }
    this.apply(batch);
  }

  giveBack(pick: number, share: number): void {
    const spent = this.spendings[pick % Math.max(1, this.spendings.length)];
    if (!spent) return;
    const total = -spent.touches.reduce((sum, touch) => sum + touch.points, 0);
    const points = Math.ceil(((total - spent.returned) * share) / 100);
    if (points === 0) return;
    const batch = this.settled(spent.memberId);
    const all = this.afterBatch(spent.memberId, batch);
    const keepUntil = addMs(this.now, this.programme.settings.returnWindowDays * 86_400_000);
    const part = { returned: spent.returned, points, keepUntil };
    const posting = giveBack(batch.account(spent.memberId)!, all, spent.touches, part);
    batch.post(spent.memberId, posting, { reference: `return:${this.now.getTime()}`, actor: ACTOR, at: this.now });
    spent.returned += points;
    this.apply(batch);
  }

  sweep(memberId: MemberId): void {
    this.apply(this.settled(memberId));
  }

  /** `hashes`: the chain as well, which costs more than all the rest. */
  prove(memberId: MemberId, hashes: boolean): AccountProof {
    const rows = { account: this.account(memberId), lots: this.lotsOf(memberId), entries: this.entries.get(memberId)! };
    return proveAccount(rows, hashes ? hashOfEntry : (entry) => entry.hash);
  }

  account(memberId: MemberId): Account {
    return this.accounts.get(memberId)!;
  }

  lotsOf(memberId: MemberId): Lot[] {
    return [...this.lots.get(memberId)!.values()];
  }

  private open(): OpenedJudging {
    const { programme, counters } = this;
    const batch = new LedgerBatch(this.accounts, counters);
    const tiering = new Tiering(programme, TIME, batch, { days: counters.days, past: new TierPast() });
    const judging = new Judging({ programme, time: TIME, batch, counters, tiering, tags: new Map() });
    return { programme, batch, counters, tiering, judging };
  }

  private settled(memberId: MemberId): LedgerBatch {
    const batch = new LedgerBatch(this.accounts);
    settle(batch, memberId, this.lotsOf(memberId), { settings: this.programme.settings, time: TIME, now: this.now });
    return batch;
  }

  /** The lots as the batch leaves them. */
  private afterBatch(memberId: MemberId, batch: LedgerBatch): Lot[] {
    const lots = new Map(this.lots.get(memberId));
    for (const { lot } of batch.newLots) lots.set(lot.lotNo, lot);
    for (const { change } of batch.lotChanges) {
      const lot = lots.get(change.lotNo)!;
      lots.set(change.lotNo, {
        ...lot,
        remaining: lot.remaining + change.remaining,
        pending: lot.pending + change.pending,
        expired: lot.expired + change.expired,
        clawedBack: lot.clawedBack + change.clawedBack,
        expiresAt: change.expiresAt ?? lot.expiresAt,
      });
    }
    return [...lots.values()];
  }

  /** What the database refuses: numbers below zero, lots above what was earned. */
  private apply(batch: LedgerBatch): void {
    for (const { after } of batch.changed()) {
      const lots = this.afterBatch(after.memberId, ofMember(batch, after.memberId));
      this.lots.set(after.memberId, new Map(lots.map((lot) => [lot.lotNo, lot])));
      for (const lot of lots)
        if (lot.remaining < 0 || lot.pending < 0 || lot.remaining + lot.pending > lot.earned)
          throw new Error(`lot ${lot.lotNo}: ${JSON.stringify(lot)}`);
      if (after.available < 0 || after.pending < 0 || after.debt < 0 || (after.available > 0 && after.debt > 0))
        throw new Error(`account: ${JSON.stringify(after)}`);
      this.accounts.set(after.memberId, after);
    }
    for (const entry of batch.entries) this.entries.get(entry.memberId)!.push(entry);
  }
}

/** Counters hold maps of maps; their innermost values never change. */
const copyOf = <T extends object>(value: T): T => {
  if (value instanceof Map) {
    const copy = new Map();
    for (const [key, one] of value) copy.set(key, one instanceof Map ? new Map(one) : one);
    return copy as unknown as T;
  }
  const copy: Record<string, unknown> = Object.create(Object.getPrototypeOf(value));
  for (const [key, one] of Object.entries(value)) copy[key] = copyOf(one as object);
  return copy as T;
};

/** A batch seen through one member. */
const ofMember = (batch: LedgerBatch, memberId: MemberId): LedgerBatch =>
  ({
    newLots: batch.newLots.filter((one) => one.memberId === memberId),
    lotChanges: batch.lotChanges.filter((one) => one.memberId === memberId),
  }) as unknown as LedgerBatch;
