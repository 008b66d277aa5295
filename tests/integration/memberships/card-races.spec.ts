import type { MemberId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import {
  type Beginning,
  type Card,
  CardRepository,
  type GivenBack,
} from '../../../libs/memberships/src/store/card.repository';
import { PlanRepository } from '../../../libs/memberships/src/store/plan.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { settled } from '../coupons/coupons-process';
import { bought, cardsIn, holder, onSale, opened, order, STAFF, violationsIn } from './cards-on';
import { type MembershipsOn, membershipsOn, type Parts } from './memberships-on';

/** As found in the field: what was read is believed, nobody waits, and states are written whatever they were. */
class UnlockedCards extends CardRepository {
  override async lockHolder(): Promise<void> {}

  override lockOpen(tx: Tx, memberId: MemberId): Promise<Card[]> {
    return this.openOf(tx as Queryable, memberId);
  }

  override async lockByNumber(tx: Tx, cardNo: string): Promise<Card> {
    return (await this.byNumber(tx, cardNo))!;
  }

  override async insert(tx: Tx, card: Parameters<CardRepository['insert']>[1], at: Date): Promise<string> {
    const cardId = await super.insert(tx, card, at);
    // Without the key that would keep it by itself.
    await tx.execute('UPDATE memberships_card SET open_order = NULL WHERE id = ?', [cardId]);
    return cardId;
  }

  override async open(tx: Tx, cardId: string, { state, startsOn, lastOn, paidAt }: Beginning): Promise<boolean> {
    await tx.execute(
      'UPDATE memberships_card SET state = ?, paid_at = ?, starts_on = ?, last_on = ?, anchor_on = ?, anchor_months = 0 WHERE id = ?',
      [state, paidAt, startsOn, lastOn, lastOn, cardId],
    );
    return true;
  }

  override async giveBack(
    tx: Tx,
    cardId: string,
    _from: string,
    { amountFen, cause, at }: GivenBack,
  ): Promise<boolean> {
    await tx.execute(
      "UPDATE memberships_card SET state = 'refunded', ended_at = ?, refund_fen = ?, refund_cause = ? WHERE id = ?",
      [at, amountFen, cause, cardId],
    );
    return true;
  }
}

/** Count, then write. */
class CountedPlans extends PlanRepository {
  override async takeStock(tx: Tx, planId: string): Promise<boolean> {
    const plan = await this.byId(tx, planId);
    if (!plan || (plan.stockTotal !== null && plan.sold >= plan.stockTotal)) return false;
    await tx.execute('UPDATE memberships_plan SET sold = ? WHERE id = ?', [plan.sold + 1, planId]);
    return true;
  }
}

const MEMBERS = ['7001', '7002', '7003', '7004', '7005', '7006'];

describe('cards in a rush', () => {
  const database = usePrivateDatabase('memberships');
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  const sources: DataSource[] = [];
  const houses = async (parts: Parts = {}): Promise<MembershipsOn[]> => {
    while (sources.length < 2) sources.push(await database.another(12));
    return sources.map((source) => membershipsOn(source, clock, parts));
  };
  const proof = {
    sound: () => houses(),
    broken: () => houses({ cards: new UnlockedCards() }),
    reset: async () => {
      clock.set('2026-06-15T04:00:00Z');
      await database.truncateAll();
    },
    attempts: 8,
  };
  const eventsOf = async (name: string): Promise<number> => {
    const [row] = await database.query<{ n: string }>(
      `SELECT COUNT(*) AS n FROM platform_outbox WHERE name = 'memberships.${name}.v1'`,
    );
    return Number(row!.n);
  };

  it('C1 two devices that order at once get one order with one payment, each of many members', async () => {
    await provesAbsent<MembershipsOn[]>({
      ...proof,
      scenario: async ([one, two]) => {
        await opened(one!, MEMBERS);
        const planId = await onSale(one!);
        const { done } = await settled(
          MEMBERS.flatMap((member) => [
            order(one!, planId, member),
            order(two!, planId, member),
            order(one!, planId, member),
          ]),
        );
        const payments = await database.query('SELECT 1 FROM payments_payment');
        return [
          ...(await violationsIn(database)),
          ...(done.length === 18 ? [] : [`${done.length} of 18 taps were answered`]),
          ...(payments.length === 6 ? [] : [`${payments.length} payments for 6 members`]),
        ];
      },
    });
  });

  it('C2 a limit of cards is never passed, whoever orders', async () => {
    await provesAbsent<MembershipsOn[]>({
      ...proof,
      broken: () => houses({ plans: new CountedPlans() }),
      scenario: async ([one, two]) => {
        await opened(one!, MEMBERS);
        const planId = await onSale(one!, { stockTotal: 3 });
        const { done, refused } = await settled(
          MEMBERS.map((member, i) => order(i % 2 === 0 ? one! : two!, planId, member)),
        );
        return [
          ...(await violationsIn(database)),
          ...(done.length === 3 ? [] : [`${done.length} orders of 3 cards`]),
          ...refused.filter((code) => code !== 'PlanSoldOut'),
        ];
      },
    });
  });

  it('C13 the word that a card is paid, told to two workers at once, opens it once; two cards of a member never overlap', async () => {
    await provesAbsent<MembershipsOn[]>({
      ...proof,
      scenario: async ([one, two]) => {
        await opened(one!, MEMBERS);
        // Two plans for one tier: both orders may be paid, and the second one must wait for the first.
        const plans = [
          await onSale(one!),
          await onSale(one!, { name: '年卡', duration: { unit: 'month', count: 12 } }),
        ];
        for (const member of MEMBERS)
          for (const planId of plans) await one!.payments.paid((await order(one!, planId, member)).cardNo);
        await Promise.allSettled([one!.relay(), two!.relay(), one!.relay(), two!.relay()]);
        const overlapping = await database.query<{ member: string }>(
          `SELECT a.member_id AS member FROM memberships_card a JOIN memberships_card b
               ON a.member_id = b.member_id AND a.id < b.id AND a.tier_code = b.tier_code
            WHERE a.starts_on <= b.last_on AND b.starts_on <= a.last_on`,
        );
        const told = await eventsOf('card-bought');
        return [
          ...(await violationsIn(database)),
          ...overlapping.map(({ member }) => `member ${member} has two cards at once`),
          ...(told === 12 ? [] : [`12 cards were told ${told} times`]),
        ];
      },
    });
  });

  it('C15 parallel refunds by the holder and by staff: one is carried out, its money goes back once', async () => {
    await provesAbsent<MembershipsOn[]>({
      ...proof,
      scenario: async ([one, two]) => {
        await opened(one!, MEMBERS);
        const planId = await onSale(one!);
        const cards: [string, string][] = [];
        for (const member of MEMBERS) cards.push([member, await bought(one!, planId, member)]);
        const { done, refused } = await settled(
          cards.flatMap(([member, cardNo]) => [
            one!.refund.execute({ cardNo, amountFen: 2903, actor: holder(member), note: null }),
            two!.refund.execute({ cardNo, amountFen: 2903, actor: STAFF, note: '顾客要求' }),
            two!.refund.execute({ cardNo, amountFen: 2903, actor: holder(member), note: null }),
          ]),
        );
        const told = await eventsOf('card-refunded');
        return [
          ...(await violationsIn(database)),
          ...(done.length === 6 ? [] : [`${done.length} refunds of 6 cards`]),
          ...refused.filter((code) => code !== 'CardRefunded'),
          ...(told === 6 ? [] : [`6 refunds were told ${told} times`]),
        ];
      },
    });
  });

  it('a renewal that is given back while the sweep begins it ends in one state, with no coupon and no money left over', async () => {
    const [one, two] = await houses();
    await proof.reset();
    await opened(one!, MEMBERS);
    const planId = await onSale(one!);
    const renewals: [string, string][] = [];
    for (const member of MEMBERS) {
      await bought(one!, planId, member);
      renewals.push([member, await bought(one!, planId, member, true)]);
    }
    clock.set('2026-07-15T16:00:00Z');
    // On its first day 29 of 30 days are left, whether the sweep has begun it or not.
    await settled<unknown>([
      ...renewals.map(([member, cardNo]) =>
        one!.refund.execute({ cardNo, amountFen: 2900, actor: holder(member), note: null }),
      ),
      two!.turn.execute(),
      one!.turn.execute(),
    ]);
    expect(await violationsIn(database)).toEqual([]);
    for (const member of MEMBERS)
      expect((await cardsIn(database, member)).map(({ state, refundFen }) => [state, refundFen])).toEqual([
        ['ended', null],
        ['refunded', 2900],
      ]);
  });

  it('reminders of two workers are told once', async () => {
    const [one, two] = await houses();
    await proof.reset();
    await opened(one!, MEMBERS);
    const planId = await onSale(one!);
    for (const member of MEMBERS) await bought(one!, planId, member);
    clock.set('2026-07-14T02:00:00Z');
    const runs = await Promise.all([one!.remind.execute(), two!.remind.execute(), one!.remind.execute()]);
    const last = await two!.remind.execute();
    expect([...runs, last].reduce((sum, { told }) => sum + told, 0)).toBe(6);
    expect(await eventsOf('card-ending')).toBe(6);
  });
});
