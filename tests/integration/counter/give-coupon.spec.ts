import { GiveableCouponsRead, GiveCoupon } from '@fanloop/counter';
import { CreateTemplate, type KeptTerms, MemberCouponsRead, type TemplateDraft, termsOf } from '@fanloop/coupons';
import { systemActor } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { ClerkDayRepository } from '../../../libs/coupons/src/store/clerk-day.repository';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent, unlike } from '../../support/proves-absent';
import { codesOf, newKey, openShop, openVisit, type Shop } from './till';
import { useTillProcesses } from './till-process';

type Key = Parameters<ClerkDayRepository['take']>[1];

describe('a coupon from the clerk’s hand', () => {
  const database = usePrivateDatabase();
  const processes = useTillProcesses(database, 2);
  const [api] = processes;
  let shop: Shop;
  let visit: string;
  const take = ClerkDayRepository.prototype.take;

  beforeEach(async () => {
    api!.clock.set('2026-06-15T04:00:00.000Z');
    await open();
  });
  afterEach(() => {
    ClerkDayRepository.prototype.take = take;
  });
  const open = async (): Promise<void> => {
    shop = await openShop(api!);
    visit = await openVisit(api!, shop.clerk, shop.members[0]!);
  };

  const couponed = (more: Partial<TemplateDraft> = {}): Promise<string> => {
    const terms = termsOf({
      ...{ kind: 'cash', name: '道歉券', amountFen: 500, thresholdFen: 0, scope: {}, returnGraceDays: 3 },
      validity: { kind: 'days', days: 7 },
    } as KeptTerms);
    const draft: TemplateDraft = {
      ...{ terms, stockTotal: 100, perMemberLimit: 9, claimFrom: null, claimUntil: null },
      ...{ openTo: 'nobody', audienceId: null, clerkPerDay: 2 },
      ...more,
    };
    return api!.get(CreateTemplate).execute({ draft, status: 'active', actor: systemActor('test') });
  };

  const give = (templateId: string, more: object = {}, process = api!) =>
    process.get(GiveCoupon).execute({
      ...{ clerk: shop.clerk, visitToken: visit, storeId: shop.stores[0], templateId, idempotencyKey: newKey() },
      ...more,
    });
  const seen = () =>
    api!.get(GiveableCouponsRead).list({ staffId: shop.clerk.staffId, visitToken: visit, storeId: shop.stores[0] });

  it('is the member’s at once, counts for the clerk’s day, and is traced', async () => {
    const templateId = await couponed();
    const key = newKey();
    const given = await give(templateId, { idempotencyKey: key });
    expect(await give(templateId, { idempotencyKey: key })).toEqual(given);
    const wallet = await api!.get(MemberCouponsRead).list(shop.members[0]!, 'usable');
    expect(wallet.map(({ couponId, name }) => [couponId, name])).toEqual([[given.couponId, '道歉券']]);
    expect(await seen()).toMatchObject([{ name: '道歉券', headline: '¥5', leftToday: 1, reason: null }]);
    expect(await database.query('SELECT channel FROM coupons_coupon')).toEqual([{ channel: 'clerk' }]);
    const traces = await database.query("SELECT subject FROM platform_audit WHERE action = 'coupons.given-by-clerk'");
    expect(traces).toEqual([{ subject: `member:${shop.members[0]}` }]);
    await give(templateId);
    expect(await codesOf([give(templateId)])).toEqual(['ClerkDaySpent']);
    api!.clock.set('2026-06-15T16:00:00.000Z');
    visit = await openVisit(api!, shop.clerk, shop.members[0]!);
    expect(await codesOf([give(templateId)])).toEqual(['ok']);
  });

  it('is refused without the member, for another’s visit, late, for coupons that are not the clerk’s, and past the member’s limit', async () => {
    const templateId = await couponed({ perMemberLimit: 1 });
    const own = await couponed({ clerkPerDay: null });
    const { otherClerk } = shop;
    expect(
      await codesOf([
        give(templateId, { visitToken: 'nobody-was-scanned-here' }),
        give(templateId, { clerk: otherClerk, storeId: shop.stores[1] }),
        give(templateId, { clerk: otherClerk }),
        give(own),
        give('999999'),
      ]),
    ).toEqual(['VisitExpired', 'VisitInvalid', 'OtherStore', 'NotByClerks', 'TemplateNotFound']);
    await give(templateId);
    expect(await codesOf([give(templateId)])).toEqual(['ClaimLimitReached']);
    expect(await seen()).toMatchObject([{ leftToday: 1, reason: '每人限领 1 张，您已经领够了' }]);
    api!.clock.advance({ minutes: 16 });
    expect(await codesOf([give(templateId), seen()])).toEqual(['VisitExpired', 'VisitExpired']);
  });

  it('L18 two tills of one clerk never pass the day’s number', async () => {
    await provesAbsent({
      sound: () => {
        ClerkDayRepository.prototype.take = take;
      },
      broken: () => {
        ClerkDayRepository.prototype.take = async (tx: Tx, { templateId, staffId, day }: Key) => {
          await tx.execute(
            `INSERT INTO coupons_clerk_day (template_id, staff_id, day, given) VALUES (?, ?, ?, 1)
               ON DUPLICATE KEY UPDATE given = given + 1`,
            [templateId, staffId, day],
          );
          return true;
        };
      },
      reset: async () => {
        await database.truncateAll();
        await open();
      },
      scenario: async () => {
        const templateId = await couponed();
        const gifts = Array.from({ length: 12 }, (_, i) => give(templateId, {}, processes[i % 2]));
        const codes = (await codesOf(gifts)).sort();
        return unlike(codes, [...Array(10).fill('ClerkDaySpent'), 'ok', 'ok']);
      },
    });
  });
});
