import type { Clock } from '@fanloop/kernel';
import { CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';

export interface TemplateStatistics {
  readonly claimed: number;
  readonly redeemed: number;
  readonly expired: number;
  /** Redeemed of claimed, with one decimal. */
  readonly useRatePercent: number;
  /** What shoppers paid in the purchases that used the coupon, after the discount. */
  readonly salesFen: number;
  /** The discounts given, less what refunds of parts kept back. Returned and undone uses count in neither. */
  readonly costFen: number;
}

/** What a template brought. */
@Injectable()
export class TemplateStatisticsRead {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws TemplateNotFound. */
  async of(templateId: string): Promise<TemplateStatistics> {
    if (!(await this.reader.one('SELECT id FROM coupons_template WHERE id = ?', [templateId])))
      throw refuse('TemplateNotFound');
    const coupons = await this.reader.one<Record<'claimed' | 'redeemed' | 'expired', string | null>>(
      `SELECT COUNT(*) AS claimed, SUM(state = 'redeemed') AS redeemed,
              SUM(state = 'expired' OR (state IN ('claimed', 'locked') AND valid_until <= ?)) AS expired
         FROM coupons_coupon WHERE template_id = ? AND ordinal > 0`,
      [this.clock.now(), templateId],
    );
    const money = await this.reader.one<Record<'sales' | 'cost', string | null>>(
      `SELECT SUM(gross_fen - discount_fen) AS sales, SUM(discount_fen - kept_back_fen) AS cost
         FROM coupons_redemption WHERE template_id = ? AND open = 1`,
      [templateId],
    );
    const [claimed, redeemed] = [num(coupons?.claimed), num(coupons?.redeemed)];
    return {
      claimed,
      redeemed,
      expired: num(coupons?.expired),
      useRatePercent: claimed === 0 ? 0 : Math.round((redeemed * 1000) / claimed) / 10,
      salesFen: num(money?.sales),
      costFen: num(money?.cost),
    };
  }
}
