import type { Clock, StoreId } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import type { TemplateRow } from '../store/template.repository';

/** What of a template's budgets is used, and what an early end would take away. */
export interface BudgetsUsed {
  readonly claimedToday: number;
  readonly totalFen: number;
  readonly dayFen: number;
  readonly stores: readonly { readonly storeId: StoreId; readonly usedFen: number; readonly usesToday: number }[];
  /** Coupons that members hold and could still use. */
  readonly unused: number;
  readonly unusedMembers: number;
}

interface UsedRow {
  kind: 'total' | 'day' | 'store' | 'store-day';
  store_id: string;
  used: string;
}

/** For the console: beside the limits, and before an early end. */
@Injectable()
export class TemplateBudgetsRead {
  constructor(
    private readonly reader: Reader,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws TemplateNotFound. */
  async of(templateId: string): Promise<BudgetsUsed> {
    const now = this.clock.now();
    const today = this.calendar.date(now);
    const template = await this.reader.one<TemplateRow>('SELECT * FROM coupons_template WHERE id = ?', [templateId]);
    if (!template) throw refuse('TemplateNotFound');
    const [rows, unused] = await Promise.all([
      this.reader.query<UsedRow>(
        "SELECT kind, store_id, used FROM coupons_budget WHERE template_id = ? AND day IN ('', ?) AND used > 0 ORDER BY store_id",
        [templateId, today],
      ),
      this.reader.one<{ coupons: string; members: string }>(
        `SELECT COUNT(*) AS coupons, COUNT(DISTINCT member_id) AS members FROM coupons_coupon
          WHERE template_id = ? AND state IN ('claimed', 'locked') AND valid_until > ?`,
        [templateId, now],
      ),
    ]);
    const of = (kind: UsedRow['kind'], storeId = '0'): number =>
      num(rows.find((row) => row.kind === kind && row.store_id === storeId)?.used);
    const storeIds = [...new Set(rows.map((row) => row.store_id))].filter((id) => id !== '0');
    return {
      claimedToday: template.claimed_day === today ? template.claimed_today : 0,
      totalFen: of('total'),
      dayFen: of('day'),
      stores: storeIds.map((storeId) => ({
        storeId,
        usedFen: of('store', storeId),
        usesToday: of('store-day', storeId),
      })),
      unused: template.voided === 1 ? 0 : num(unused?.coupons),
      unusedMembers: template.voided === 1 ? 0 : num(unused?.members),
    };
  }
}
