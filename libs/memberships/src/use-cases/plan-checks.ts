import { TemplatesRead } from '@fanloop/coupons';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { Injectable } from '@nestjs/common';
import { assertPlan, type PlanDraft, type WelcomeCoupon } from '../rules/plan';
import { refuse } from '../rules/refusals';

/** A plan as a manager writes it: coupons by their template alone. */
export type PlanInput = Omit<PlanDraft, 'coupons'> & { readonly coupons: readonly Omit<WelcomeCoupon, 'name'>[] };

/** What a plan promises must be there: a tier above the first, and coupons that can still be given. */
@Injectable()
export class PlanChecks {
  constructor(
    private readonly loyalty: LoyaltyDoor,
    private readonly templates: TemplatesRead,
  ) {}

  /** The draft with the names of its coupons. Throws PlanInvalid. */
  async checked(input: PlanInput): Promise<PlanDraft> {
    const names = await this.namesOf(input.coupons);
    const coupons = input.coupons.map((coupon) => ({ ...coupon, name: names.get(coupon.templateId) ?? '' }));
    const draft = { ...input, coupons, reminderDays: [...input.reminderDays].sort((a, b) => b - a) };
    assertPlan(draft);
    if (coupons.some(({ templateId }) => !names.has(templateId)))
      throw refuse('PlanInvalid', { problem: '开卡礼券里有不存在或已停止的券' });
    const rank = (await this.loyalty.tiers()).findIndex(({ code }) => code === input.tierCode);
    if (rank < 1)
      throw refuse('PlanInvalid', { problem: rank < 0 ? '没有这个等级' : '第一个等级人人都有，请选更高的等级' });
    return draft;
  }

  private async namesOf(coupons: PlanInput['coupons']): Promise<Map<string, string>> {
    if (coupons.length === 0) return new Map();
    const templates = await this.templates.names();
    return new Map(
      templates.flatMap(({ templateId, name, status }) => (status === 'ended' ? [] : [[templateId, name] as const])),
    );
  }
}
