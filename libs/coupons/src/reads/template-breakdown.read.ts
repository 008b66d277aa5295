import type { Clock, StoreId } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { IssueChannel } from '../rules/issue-channel';
import { refuse } from '../rules/refusals';
import { StoreNames } from '../store/store-names';

/** What uses brought: `salesFen` after the discount, `costFen` is the discount less what refunds of parts kept back. */
interface Brought {
  readonly used: number;
  readonly salesFen: number;
  readonly costFen: number;
}

/** Where the coupons of a template came from, where they were used, and when. Returned and undone uses count nowhere. */
export interface TemplateBreakdown {
  readonly channels: readonly (Brought & {
    readonly channel: IssueChannel;
    readonly claimed: number;
    /** Of what came by this channel, with one decimal. */
    readonly useRatePercent: number;
  })[];
  readonly stores: readonly (Brought & { readonly storeId: StoreId; readonly storeName: string })[];
  /** The brand's days, the last 60, without gaps. */
  readonly days: readonly (Brought & { readonly day: string; readonly claimed: number })[];
}

type Sums = Record<'used' | 'sales' | 'cost', string | null>;

const DAYS = 60;
/** Zones lie on quarters of an hour: a quarter belongs to one day wherever the brand is. */
const QUARTER = 900;
const SUMS = `COUNT(*) AS used, SUM(r.gross_fen - r.discount_fen) AS sales, SUM(r.discount_fen - r.kept_back_fen) AS cost`;

@Injectable()
export class TemplateBreakdownRead {
  constructor(
    private readonly reader: Reader,
    private readonly stores: StoreNames,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws TemplateNotFound. */
  async of(templateId: string): Promise<TemplateBreakdown> {
    if (!(await this.reader.one('SELECT id FROM coupons_template WHERE id = ?', [templateId])))
      throw refuse('TemplateNotFound');
    const [channels, stores, days] = await Promise.all([
      this.byChannel(templateId),
      this.byStore(templateId),
      this.byDay(templateId),
    ]);
    return { channels, stores, days };
  }

  private async byChannel(templateId: string): Promise<TemplateBreakdown['channels']> {
    const rows = await this.reader.query<Sums & { channel: IssueChannel; claimed: string }>(
      `SELECT c.channel, COUNT(*) AS claimed, COUNT(r.id) AS used, SUM(r.gross_fen - r.discount_fen) AS sales,
              SUM(r.discount_fen - r.kept_back_fen) AS cost
         FROM coupons_coupon c LEFT JOIN coupons_redemption r ON r.coupon_id = c.id AND r.open = 1
        WHERE c.template_id = ? AND c.ordinal > 0 GROUP BY c.channel ORDER BY claimed DESC, c.channel`,
      [templateId],
    );
    return rows.map((row) => {
      const claimed = num(row.claimed);
      const brought = broughtOf(row);
      return {
        channel: row.channel,
        claimed,
        ...brought,
        useRatePercent: claimed === 0 ? 0 : Math.round((brought.used * 1000) / claimed) / 10,
      };
    });
  }

  private async byStore(templateId: string): Promise<TemplateBreakdown['stores']> {
    const rows = await this.reader.query<Sums & { store_id: string }>(
      `SELECT r.store_id, ${SUMS} FROM coupons_redemption r WHERE r.template_id = ? AND r.open = 1
        GROUP BY r.store_id ORDER BY used DESC, r.store_id`,
      [templateId],
    );
    const names = await this.stores.all();
    return rows.map((row) => ({
      storeId: row.store_id,
      storeName: names.get(row.store_id) ?? '',
      ...broughtOf(row),
    }));
  }

  private async byDay(templateId: string): Promise<TemplateBreakdown['days']> {
    const now = this.clock.now();
    const from = this.calendar.startOfDayAfter(now, 1 - DAYS);
    const quarter = (column: string): string => `FLOOR(UNIX_TIMESTAMP(${column}) / ${QUARTER})`;
    const [claims, uses] = await Promise.all([
      this.reader.query<{ q: string; claimed: string }>(
        `SELECT ${quarter('claimed_at')} AS q, COUNT(*) AS claimed FROM coupons_coupon
          WHERE template_id = ? AND ordinal > 0 AND claimed_at >= ? GROUP BY q`,
        [templateId, from],
      ),
      this.reader.query<Sums & { q: string }>(
        `SELECT ${quarter('r.redeemed_at')} AS q, ${SUMS} FROM coupons_redemption r
          WHERE r.template_id = ? AND r.open = 1 AND r.redeemed_at >= ? GROUP BY q`,
        [templateId, from],
      ),
    ]);
    const days = new Map<string, { claimed: number; used: number; salesFen: number; costFen: number }>();
    for (let i = 0; i < DAYS; i += 1)
      days.set(this.calendar.date(this.calendar.startOfDayAfter(now, 1 - DAYS + i)), {
        claimed: 0,
        used: 0,
        salesFen: 0,
        costFen: 0,
      });
    const dayOf = (q: string) => days.get(this.calendar.date(new Date(num(q) * QUARTER * 1000)));
    for (const row of claims) {
      const day = dayOf(row.q);
      if (day) day.claimed += num(row.claimed);
    }
    for (const row of uses) {
      const day = dayOf(row.q);
      const brought = broughtOf(row);
      if (!day) continue;
      day.used += brought.used;
      day.salesFen += brought.salesFen;
      day.costFen += brought.costFen;
    }
    return [...days].map(([day, sums]) => ({ day, ...sums }));
  }
}

const broughtOf = ({ used, sales, cost }: Sums): Brought => ({
  used: num(used),
  salesFen: num(sales),
  costFen: num(cost),
});
