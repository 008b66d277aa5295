import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AudienceRepository, ClaimCoupon, CreateTemplate, TemplateStatisticsRead, termsOf } from '@fanloop/coupons';
import { systemActor } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { chunks, UnitOfWork } from '@fanloop/platform';
import { PutProducts } from '@fanloop/sales';
import { aSale, newKey, openShop, openVisit, record, type Shop } from '../integration/counter/till';
import { useTillProcesses } from '../integration/counter/till-process';
import { usePrivateDatabase } from '../support/private-database';
import { type Campaign, type JourneyCampaigns, type Redemption, readCampaigns } from './complete-journey-campaigns';

const folder = resolve(__dirname, '../../../shared/data/completejourney');
const there = existsSync(`${folder}/coupon_redemptions.csv.gz`);
const title = there ? 'Complete Journey’s campaigns' : 'Complete Journey’s campaigns (skipped: no data folder)';

/** The files do not say what a coupon takes off: each takes ¥1. */
const AMOUNT_FEN = 100;
const PRICE_FEN = 500;
const AT_A_TIME = 32;

/** Noon of a day, as the store's clock shows it. */
const noon = (day: string): string => `${day}T04:00:00.000Z`;
const midnight = (day: string): Date => new Date(new Date(`${day}T00:00:00+08:00`).getTime());
const dayAfter = (day: string): string => shifted(day, 1);
const shifted = (day: string, days: number): string =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10);

(there ? describe : describe.skip)(title, () => {
  const database = usePrivateDatabase('campaigns');
  const api = useTillProcesses(database)[0]!;
  const actor = systemActor('test');
  let shop: Shop;
  let files: JourneyCampaigns;
  const members = new Map<string, string>();
  const templates = new Map<string, string>();

  beforeAll(async () => {
    files = await readCampaigns(folder);
  });

  const setUp = async (): Promise<void> => {
    api.clock.set('2016-11-01T04:00:00.000Z');
    shop = await openShop(api, 1);
    const uow = api.get(UnitOfWork);
    for (const part of chunks(files.households, 500)) {
      const rows = part.map((household) => ({
        ...{ kind: 'household', externalKey: household, nickname: `家庭 ${household}`, joinedAt: api.clock.now() },
      }));
      const ids = await uow.run((tx) => api.get(MembersDoor).importMany(tx, rows));
      part.forEach((household, i) => {
        members.set(household, ids[i]!);
      });
    }
    const goods = files.coupons.map(({ products: [sku] }) => ({
      ...{ sku: sku!, name: `商品 ${sku}`, category: '杂货', priceFen: PRICE_FEN, pictureUrl: null },
    }));
    await uow.run((tx) => api.get(PutProducts).execute(tx, goods));
    for (const campaign of files.campaigns.values()) await openCampaign(campaign);
  };

  /** A campaign as a manager sets it up: its audience, and each of its coupons open to that audience in its days. */
  const openCampaign = async (campaign: Campaign): Promise<void> => {
    const audienceId = await api.get(UnitOfWork).run(async (tx) => {
      const audiences = api.get(AudienceRepository);
      const id = await audiences.create(tx, `Campaign ${campaign.id}`, api.clock.now());
      await audiences.append(
        tx,
        id,
        campaign.households.map((household) => members.get(household)!),
      );
      return id;
    });
    const [from, until] = [midnight(campaign.start), midnight(dayAfter(campaign.end))];
    for (const coupon of files.coupons.filter(({ campaignId }) => campaignId === campaign.id)) {
      const draft = {
        terms: termsOf({
          ...{ kind: 'cash', name: `Coupon ${coupon.upc}`, amountFen: AMOUNT_FEN, thresholdFen: AMOUNT_FEN },
          validity: { kind: 'fixed', from: from.toISOString(), until: until.toISOString() },
          scope: { skus: coupon.products.map((code) => ({ code, name: `商品 ${code}` })) },
          returnGraceDays: 0,
        }),
        ...{
          perMemberLimit: coupon.mostPerHousehold,
          stockTotal: coupon.mostPerHousehold * campaign.households.length,
        },
        ...{ claimFrom: from, claimUntil: until, openTo: 'audience' as const, audienceId },
      };
      templates.set(coupon.key, await api.get(CreateTemplate).execute({ draft, status: 'active', actor }));
    }
  };

  const claim = (household: string, key: string) =>
    api.get(ClaimCoupon).execute({
      ...{ templateId: templates.get(key)!, memberId: members.get(household)!, idempotencyKey: newKey() },
    });

  /** Bought: one of the coupon's products, and something that no coupon covers. */
  const use = async (household: string, sku: string, couponId: string) => {
    const visit = await openVisit(api, shop.clerk, members.get(household)!);
    const lines = [
      { sku, quantity: 1, unitPriceFen: PRICE_FEN },
      { sku: 'TEA', quantity: 1, unitPriceFen: 1600 },
    ];
    return record(api, aSale(shop.clerk, visit, { lines, couponIds: [couponId] }));
  };

  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'accepted',
      (error: { code?: string }) => error.code ?? String(error),
    );

  /** How often each answer came. */
  const tally = async <T>(cases: readonly T[], run: (one: T) => Promise<unknown>): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const part of chunks(cases, AT_A_TIME))
      for (const code of await Promise.all(part.map((one) => codeOf(run(one))))) counts[code] = (counts[code] ?? 0) + 1;
    return counts;
  };

  /** Day by day, in the order of the file. */
  const byDay = async (
    dayOf: (redemption: Redemption) => string,
    run: (redemption: Redemption) => Promise<unknown>,
  ): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const day of [...new Set(files.redemptions.map(dayOf))].sort()) {
      api.clock.set(noon(day));
      const found = await tally(
        files.redemptions.filter((redemption) => dayOf(redemption) === day),
        run,
      );
      for (const [code, count] of Object.entries(found)) counts[code] = (counts[code] ?? 0) + count;
    }
    return counts;
  };

  const skuOf = ({ key }: Redemption): string => files.coupons.find((coupon) => coupon.key === key)!.products[0]!;
  const campaignOf = ({ campaignId }: Redemption): Campaign => files.campaigns.get(campaignId)!;

  it('are the published 27 with 6,589 targeted households, 116,204 products on coupons and 2,102 redemptions', () => {
    const campaigns = [...files.campaigns.values()];
    expect(campaigns).toHaveLength(27);
    expect(campaigns.reduce((sum, { households }) => sum + households.length, 0)).toBe(6589);
    expect(files.coupons.reduce((sum, { products }) => sum + products.length, 0)).toBe(116_204);
    expect(files.redemptions).toHaveLength(2102);
    expect(new Set(files.redemptions.map(({ household }) => household)).size).toBe(410);
    expect(files.coupons).toHaveLength(1197);
  });

  const nobodyClaimsOutside = async (): Promise<void> => {
    expect(
      await byDay(
        (one) => shifted(campaignOf(one).start, -1),
        (one) => claim(one.household, one.key),
      ),
    ).toEqual({
      ClaimNotStarted: 2102,
    });
    expect(
      await byDay(
        (one) => dayAfter(campaignOf(one).end),
        (one) => claim(one.household, one.key),
      ),
    ).toEqual({
      ClaimEnded: 2102,
    });
    const stranger = (one: Redemption): string => {
      const targeted = new Set(campaignOf(one).households);
      const start = files.households.indexOf(one.household);
      return [...files.households.slice(start), ...files.households].find((household) => !targeted.has(household))!;
    };
    expect(
      await byDay(
        ({ day }) => day,
        (one) => claim(stranger(one), one.key),
      ),
    ).toEqual({ NotInvited: 2102 });
    const rows = await database.query<{ n: string }>('SELECT COUNT(*) AS n FROM coupons_coupon');
    expect(Number(rows[0]!.n)).toBe(0);
  };

  const allLoad = async (): Promise<void> => {
    const used = new Map<Redemption, { couponId: string; purchaseNo: string }>();
    const redeem = async (one: Redemption): Promise<void> => {
      const { couponId } = await claim(one.household, one.key);
      const { purchaseNo, discountFen } = await use(one.household, skuOf(one), couponId);
      expect(discountFen).toBe(AMOUNT_FEN);
      used.set(one, { couponId, purchaseNo });
    };
    expect(await byDay(({ day }) => day, redeem)).toEqual({ accepted: 2102 });

    const found = await database.query<{ campaign: string; n: string; households: string; fen: string }>(
      `SELECT a.name AS campaign, COUNT(*) AS n, COUNT(DISTINCT c.member_id) AS households, SUM(r.discount_fen) AS fen
         FROM coupons_redemption r JOIN coupons_coupon c ON c.id = r.coupon_id JOIN coupons_template t ON t.id = c.template_id
         JOIN coupons_audience a ON a.id = t.audience_id WHERE r.open = 1 AND c.state = 'redeemed' GROUP BY a.name`,
    );
    const expected = [...files.campaigns.values()].flatMap(({ id }) => {
      const own = files.redemptions.filter(({ campaignId }) => campaignId === id);
      const households = new Set(own.map(({ household }) => household)).size;
      const figures = { n: `${own.length}`, households: `${households}`, fen: `${own.length * AMOUNT_FEN}` };
      return own.length === 0 ? [] : [{ campaign: `Campaign ${id}`, ...figures }];
    });
    const byName = (a: { campaign: string }, b: { campaign: string }) => (a.campaign < b.campaign ? -1 : 1);
    expect(found.sort(byName)).toEqual(expected.sort(byName));
    const [most] = [...templates].sort(([a], [b]) => count(b) - count(a));
    expect(await api.get(TemplateStatisticsRead).of(most![1])).toMatchObject({ redeemed: count(most![0]) });

    // The discount lies on the covered product alone.
    const [lines] = await database.query<{ covered: string; other: string }>(
      `SELECT SUM(IF(sku = 'TEA', 0, discount_fen)) AS covered, SUM(IF(sku = 'TEA', discount_fen, 0)) AS other
         FROM sales_purchase_line`,
    );
    expect(lines).toEqual({ covered: `${2102 * AMOUNT_FEN}`, other: '0' });
    const again = await tally([...used], ([one, { couponId }]) => use(one.household, skuOf(one), couponId));
    expect(again).toEqual({ CouponRedeemed: 2102 });
  };

  const count = (key: string): number => files.redemptions.filter((one) => one.key === key).length;

  const noneInAnotherHandOrLate = async (): Promise<void> => {
    const last = [...files.campaigns.values()].flatMap(({ id, end, households }) => {
      const coupon = files.coupons.find(({ campaignId, key }) => campaignId === id && count(key) === 0);
      return coupon ? [{ coupon, day: end, household: households[0]!, other: households[1]! }] : [];
    });
    expect(last.length).toBeGreaterThan(20);
    for (const { coupon, day, household, other } of last) {
      api.clock.set(noon(day));
      const { couponId } = await claim(household, coupon.key);
      expect(await codeOf(use(other, coupon.products[0]!, couponId))).toBe('CouponNotFound');
      api.clock.set(noon(dayAfter(day)));
      expect(await codeOf(use(household, coupon.products[0]!, couponId))).toBe('CouponExpired');
    }
  };

  it('all 2,102 redemptions are accepted; none that is shifted outside the campaign or swapped to an untargeted household', async () => {
    await setUp();
    await nobodyClaimsOutside();
    await allLoad();
    await noneInAnotherHandOrLate();
  });
});
