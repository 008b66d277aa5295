import { type DomainEvent, domainEvent, type EventName, type EventPayloads } from '@fanloop/events';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { aReward, type Events, eventsOn } from './events-on';
import { aPurchase, aRule, loyaltyOn, violationsOf } from './loyalty-on';

const AT = '2026-06-15T04:00:00.000Z';

/** An event at `AT` unless its payload says otherwise. */
const told = <N extends EventName>(name: N, payload: Omit<EventPayloads[N], 'at'> & { at?: string }): DomainEvent =>
  domainEvent(name, { at: AT, ...payload } as EventPayloads[N], new Date(payload.at ?? AT)) as DomainEvent;

describe('what rules wait for', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock(AT);
  let events: Events;
  const loyalty = () => loyaltyOn(db.dataSource, clock);
  beforeEach(() => {
    clock.set(AT);
    events = eventsOn(db.dataSource, clock);
  });

  const install = async (...rules: Parameters<typeof aReward>[]): Promise<void> => {
    await loyalty().install.execute({ rules: [aRule, ...rules.map((parts) => aReward(...parts))] });
  };
  const enrolled = (memberId: string, inviterMemberId: string | null = null, at = AT) =>
    told('members.member-enrolled.v1', {
      memberId,
      memberNo: `N${memberId}`,
      channel: 'mini-program',
      inviterMemberId,
      birthday: null,
      at,
    });
  const bought = (purchaseId: string, memberId: string, netFen: number, ordinalOfMember: number, at = AT) =>
    told('sales.purchase-recorded.v1', {
      purchaseId,
      purchaseNo: `P${purchaseId}`,
      memberId,
      storeId: '11',
      channel: 'store',
      source: 'till',
      businessDate: '2026-06-15',
      netFen,
      lines: [],
      ordinalOfMember,
      at,
    });
  const entries = () =>
    db.query<{ member_id: string; reference: string; points: number }>(
      "SELECT member_id, reference, points FROM loyalty_entry WHERE kind = 'earn' ORDER BY id",
    );
  const paid = async () => (await entries()).map((row) => `${row.member_id} ${row.reference} ${row.points}`);

  it('each deed in the community and at activities is rewarded once, a like that comes back not again', async () => {
    await install(
      ['content-liked', 1],
      ['content-commented', 5],
      ['content-read', 2],
      ['content-shared', 3],
      ['activity-joined', 10],
      ['activity-attended', 20],
      ['survey-answered', 30],
    );
    const [post, member, activity] = [{ postId: '12' }, { memberId: '7' }, { activityId: '31' }];
    await events.tell(
      told('community.post-liked.v1', { ...post, ...member }),
      told('community.post-unliked.v1', { ...post, ...member }),
      told('community.post-liked.v1', { ...post, ...member, at: '2026-06-16T04:00:00.000Z' }),
      told('community.comment-posted.v1', { ...post, ...member, commentId: '90' }),
      told('community.comment-posted.v1', { ...post, ...member, commentId: '91' }),
      told('community.post-read.v1', { ...post, ...member, day: '2026-06-15' }),
      told('community.post-shared.v1', { ...post, ...member, day: '2026-06-15' }),
      told('activities.entry-joined.v1', { ...activity, ...member, waiting: true }),
    );
    expect(await paid()).toEqual([
      '7 like:12:7 1',
      '7 comment:90 5',
      '7 comment:91 5',
      '7 read:12:7:2026-06-15 2',
      '7 share:12:7:2026-06-15 3',
    ]);
    await events.tell(
      told('activities.entry-promoted.v1', { ...activity, ...member }),
      told('activities.entry-joined.v1', { ...activity, ...member, waiting: false }),
      told('activities.entry-attended.v1', { ...activity, ...member }),
      told('activities.survey-answered.v1', { ...activity, ...member, answers: 4 }),
    );
    expect((await paid()).slice(5)).toEqual(['7 joined:31:7 10', '7 attended:31:7 20', '7 survey:31:7 30']);
    expect(await violationsOf(loyalty())).toEqual([]);
  });

  it('coupons, refunds, completed profiles and tiers speak with what they know', async () => {
    await install(
      ['coupon-redeemed', 4, { condition: { '>=': [{ var: 'event.discountFen' }, 500] } }],
      ['refund', 6, { condition: { '==': [{ var: 'event.full' }, true] } }],
      ['profile-completed', 15],
      ['tier-entered', 100, { condition: { '==': [{ var: 'event.tier' }, 'gold-leaf'] } }],
    );
    const coupon = { memberId: '7', couponId: '40', templateId: '3', reference: 'P1' };
    const refund = { purchaseId: '1', memberId: '7', storeId: '11' };
    await events.tell(
      told('coupons.coupon-redeemed.v1', { ...coupon, discountFen: 500 }),
      told('coupons.coupon-redeemed.v1', { ...coupon, discountFen: 800, reference: '收银 一号机 🍵 '.repeat(9) }),
      told('coupons.coupon-redeemed.v1', { ...coupon, couponId: '41', discountFen: 499 }),
      told('sales.purchase-refunded.v1', { ...refund, refundId: '51', amountFen: 100, full: false }),
      told('sales.purchase-refunded.v1', { ...refund, refundId: '52', amountFen: 900, full: true }),
      told('sales.purchase-refunded.v1', { ...refund, refundId: '53', amountFen: 900, full: true, memberId: null }),
      told('members.profile-completed.v1', { memberId: '7', birthday: '01-02' }),
      told('loyalty.tier-changed.v1', { memberId: '7', from: 'silver-leaf', to: 'gold-leaf', cause: 'purchase:1' }),
      told('loyalty.tier-changed.v1', { memberId: '7', from: 'rock-tea', to: 'gold-leaf', cause: 'window' }),
    );
    const rows = await entries();
    expect(rows.map(({ points }) => points).sort((a, b) => a - b)).toEqual([4, 4, 6, 15, 100]);
    expect(rows.map(({ reference }) => reference)).toEqual(
      expect.arrayContaining([
        'coupon:40:P1',
        expect.stringMatching(/^coupon:40:[0-9a-f]{64}$/),
        'refunded:52',
        'profile:7',
        `tier:gold-leaf:7:${new Date(AT).getTime()}`,
      ]),
    );
  });

  it('a friend’s purchases count for the inviter: the first one by its rule, never for oneself or a closed account', async () => {
    await install(['referral-purchased', 50, { condition: { '==': [{ var: 'event.friendOrdinal' }, 1] } }]);
    await events.tell(enrolled('1'), enrolled('2', '1'), enrolled('3', '3'), enrolled('4', '1'));
    await events.tell(bought('901', '2', 3800, 1), bought('902', '2', 3800, 2), bought('903', '3', 3800, 1));
    expect(await paid()).toEqual(['1 referral:901 50']);
    await events.tell(told('members.member-closed.v1', { memberId: '1' }));
    await events.tell(bought('904', '4', 3800, 1));
    expect(await paid()).toEqual(['1 referral:901 50']);
  });

  it('a purchase before its enrolment was told counts for the inviter all the same, once', async () => {
    await install(['referral-purchased', 50]);
    await events.tell(enrolled('1'));
    const first = aPurchase({ purchaseId: '911', memberId: '2', ordinalOfMember: 1, amountFen: 3800 });
    await loyalty().earn(first);
    await events.tell(bought('911', '2', 3800, 1));
    expect(await paid()).toEqual(['2 purchase:911 38']);
    await events.tell(enrolled('2', '1'));
    expect(await paid()).toEqual(['2 purchase:911 38', '1 referral:911 50']);
    await events.tell(bought('911', '2', 3800, 1));
    expect(await paid()).toHaveLength(2);
  });

  it('history is judged at its own time: a rule of this year does not reward a like of last year', async () => {
    await install(['content-liked', 1, { validFrom: '2026-01-01T00:00:00.000Z' }]);
    await events.tell(
      told('community.post-liked.v1', { postId: '1', memberId: '7', at: '2025-12-31T23:59:59.999Z' }),
      told('community.post-liked.v1', { postId: '2', memberId: '7', at: '2026-01-01T00:00:00.000Z' }),
    );
    expect(await paid()).toEqual(['7 like:2:7 1']);
  });

  it('an event that nobody waits for touches no account', async () => {
    await install();
    await events.tell(told('community.post-liked.v1', { postId: '1', memberId: '7' }), bought('1', '7', 100, 1));
    expect(await db.query('SELECT member_id FROM loyalty_points_account')).toEqual([]);
    const queries: string[] = [];
    await events.unitOfWork.run(async (tx) => {
      const watched = {
        ...tx,
        query: (sql: string) => {
          queries.push(sql);
          return tx.query<never>(sql);
        },
      };
      const like = { memberId: '7', trigger: 'content-liked', reference: 'like:1:7', at: new Date(AT) } as const;
      await events.rules.execute(watched as typeof tx, [like]);
    });
    expect(queries).toEqual(['SELECT revision FROM loyalty_programme WHERE id = 1']);
  });

  it('points that wait for an event become usable by it, although no rule of the event is active', async () => {
    const lot = { activateAfterDays: null, activateOn: 'activity-attended', expireAfterDays: null };
    await install(['activity-joined', 40, { lot }]);
    const activity = { activityId: '31', memberId: '7' };
    await events.tell(told('activities.entry-joined.v1', { ...activity, waiting: false }));
    const account = async () => {
      const [row] = await db.query('SELECT available, pending FROM loyalty_points_account WHERE member_id = 7');
      return row;
    };
    expect(await account()).toEqual({ available: 0, pending: 40 });
    await events.tell(told('activities.entry-attended.v1', activity));
    expect(await account()).toEqual({ available: 40, pending: 0 });
    expect(await violationsOf(loyalty())).toEqual([]);
  });

  it('delivered twice, late and in the wrong order, each event is paid once', async () => {
    await install(['content-liked', 1], ['referral-purchased', 50]);
    const story = [
      told('community.post-liked.v1', { postId: '1', memberId: '2' }),
      bought('921', '2', 3800, 1),
      enrolled('2', '1'),
      enrolled('1'),
    ];
    await events.tell(...story);
    await events.tell(...story);
    await events.tell(...[...story].reverse());
    expect((await paid()).sort()).toEqual(['1 referral:921 50', '2 like:1:2 1']);
  });
});
