import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

export interface Campaign {
  readonly id: string;
  /** The first and the last day, `YYYY-MM-DD`. */
  readonly start: string;
  readonly end: string;
  readonly households: readonly string[];
}

/** One coupon of one campaign. */
export interface JourneyCoupon {
  readonly key: string;
  readonly upc: string;
  readonly campaignId: string;
  readonly products: readonly string[];
  /** How many of it one household used at most; 1 for those that nobody used. */
  readonly mostPerHousehold: number;
}

export interface Redemption {
  readonly household: string;
  readonly key: string;
  readonly campaignId: string;
  readonly day: string;
}

export interface JourneyCampaigns {
  readonly campaigns: ReadonlyMap<string, Campaign>;
  readonly coupons: readonly JourneyCoupon[];
  readonly redemptions: readonly Redemption[];
  /** All households that are targeted anywhere, sorted. */
  readonly households: readonly string[];
}

type Cells = Readonly<Record<string, string>>;

/** The campaigns, coupons and redemptions of the data set, as they stand in its files. */
export const readCampaigns = async (folder: string): Promise<JourneyCampaigns> => {
  const table = async (name: string): Promise<Cells[]> =>
    parse(gunzipSync(await readFile(join(folder, `${name}.csv.gz`))), { columns: true, skip_empty_lines: true });
  const targeted = grouped(await table('campaigns'), 'campaign_id', 'household_id');
  const redemptions = (await table('coupon_redemptions')).map((row) => ({
    household: row['household_id']!,
    key: keyOf(row),
    campaignId: row['campaign_id']!,
    day: row['redemption_date']!,
  }));
  const uses = new Map<string, number>();
  const most = new Map<string, number>();
  for (const { household, key } of redemptions) {
    const count = (uses.get(`${household} ${key}`) ?? 0) + 1;
    uses.set(`${household} ${key}`, count);
    most.set(key, Math.max(most.get(key) ?? 1, count));
  }
  const products = grouped(
    (await table('coupons')).map((row) => ({ ...row, key: keyOf(row) })),
    'key',
    'product_id',
  );
  return {
    campaigns: new Map(
      (await table('campaign_descriptions')).map((row) => {
        const id = row['campaign_id']!;
        return [id, { id, start: row['start_date']!, end: row['end_date']!, households: targeted.get(id) ?? [] }];
      }),
    ),
    coupons: [...products].map(([key, codes]) => {
      const [campaignId, upc] = key.split(' ') as [string, string];
      return { key, upc, campaignId, products: codes, mostPerHousehold: most.get(key) ?? 1 };
    }),
    redemptions,
    households: [...new Set([...targeted.values()].flat())].sort(),
  };
};

const keyOf = (row: Cells): string => `${row['campaign_id']} ${row['coupon_upc']}`;

const grouped = (rows: readonly Cells[], by: string, of: string): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const group = groups.get(row[by]!) ?? [];
    group.push(row[of]!);
    groups.set(row[by]!, group);
  }
  return groups;
};
