import { type DomainEvent, domainEvent } from '@fanloop/events';
import { BusinessCalendar, Deliver, DrainOutbox, Outbox, Reader, Relay, UnitOfWork } from '@fanloop/platform';
import { OnMembers, OnSales } from '@fanloop/tagging';
import { FactsRepository } from '../../../libs/tagging/src/store/facts.repository';
import { PopulationRepository } from '../../../libs/tagging/src/store/population.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';

const AT = '2026-11-01T02:00:00Z';

describe('facts of purchases that came back in part', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock('2026-11-23T04:00:00Z');
  const population = new PopulationRepository();

  const tell = async (...events: DomainEvent[]): Promise<void> => {
    const unitOfWork = new UnitOfWork(database.dataSource);
    const facts = new FactsRepository();
    const handlers = [new OnSales(facts), new OnMembers(facts, new BusinessCalendar('Asia/Shanghai'))];
    await unitOfWork.run((tx) => new Outbox().append(tx, events));
    await new DrainOutbox(new Relay(unitOfWork, clock, handlers), new Deliver(unitOfWork, clock, handlers)).execute();
  };
  const line = (category: string | null, quantity: number, amountFen: number) => ({
    sku: null,
    category,
    quantity,
    amountFen,
  });
  const bought = (purchaseId: string, lines: ReturnType<typeof line>[]) =>
    domainEvent(
      'sales.purchase-recorded.v1',
      {
        purchaseId,
        purchaseNo: `P${purchaseId}`,
        memberId: '1',
        storeId: '1',
        channel: 'store',
        source: 'till',
        at: AT,
        businessDate: '2026-11-01',
        netFen: lines.reduce((sum, one) => sum + one.amountFen, 0),
        lines,
      },
      new Date(AT),
    );
  const refunded = (purchaseId: string, full: boolean, lines: ReturnType<typeof line>[]) => {
    const amountFen = lines.reduce((sum, one) => sum + one.amountFen, 0);
    const told = lines.map((one, i) => ({ ...one, lineNo: i + 1 }));
    const payload = { refundId: `9${purchaseId}`, purchaseId, memberId: '1', storeId: '1', at: AT, amountFen, full };
    return domainEvent('sales.purchase-refunded.v1', { ...payload, lines: told, deductedFen: 0 }, new Date(AT));
  };
  const closed = () => domainEvent('members.member-closed.v1', { memberId: '1', at: AT }, new Date(AT));
  const summary = async () => {
    const reader = new Reader(database.dataSource);
    const [facts] = await database.query('SELECT purchases, net_fen FROM tagging_member_facts WHERE member_id = 1');
    return { facts, tastes: (await population.topCategories(reader, ['1'])).get('1') ?? [] };
  };

  const story = [
    bought('1', [line('奶茶', 3, 4500), line('原叶茶', 2, 3200)]),
    refunded('1', false, [line('奶茶', 1, 1500)]),
    refunded('1', false, [line('奶茶', 1, 1500), line('原叶茶', 0, 200)]),
    bought('2', [line('点心', 1, 900)]),
    refunded('2', true, [line('点心', 1, 900)]),
  ];

  it('T12 T11 money and tastes are net of refunds by line, whichever event comes first', async () => {
    await tell(...story);
    const inOrder = await summary();
    expect(inOrder).toEqual({ facts: { purchases: 1, net_fen: '4500' }, tastes: ['原叶茶', '奶茶'] });
    await database.truncateAll();
    for (const event of [...story].reverse()) await tell(event);
    expect(await summary()).toEqual(inOrder);
  });

  it('forgets a taste of which everything came back, though the purchase stands', async () => {
    await tell(
      bought('1', [line('奶茶', 1, 1500), line('原叶茶', 1, 1600)]),
      refunded('1', false, [line('奶茶', 1, 1500)]),
    );
    expect(await summary()).toEqual({ facts: { purchases: 1, net_fen: '1600' }, tastes: ['原叶茶'] });
  });

  it('T15 a refund that comes after the member was erased brings nothing of him back', async () => {
    await tell(story[0]!, closed());
    await tell(story[1]!);
    expect(await database.query('SELECT * FROM tagging_category_fact')).toEqual([]);
    expect(await summary()).toEqual({ facts: { purchases: 0, net_fen: '0' }, tastes: [] });
  });
});
