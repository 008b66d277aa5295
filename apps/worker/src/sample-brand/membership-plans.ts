import { systemActor } from '@fanloop/kernel';
import { ChangePlanStatus, CreatePlan, type PlanInput } from '@fanloop/memberships';
import type { INestApplicationContext } from '@nestjs/common';

const actor = systemActor('sample-brand');

interface SamplePlan extends Pick<PlanInput, 'name' | 'summary' | 'priceFen'> {
  readonly months: number;
}

const samplePlans: readonly SamplePlan[] = [
  { name: '年卡', summary: '一年四季都有茶喝，平均每天不到五毛', priceFen: 16_800, months: 12 },
  { name: '季卡', summary: '陪你一个季节的新茶', priceFen: 4900, months: 3 },
  { name: '月卡', summary: '先试一个月', priceFen: 1990, months: 1 },
];

/** Three cards for the same tier, for a longer and a shorter while. */
export const sellPlans = async (
  app: INestApplicationContext,
  { templateId, worthFen }: { readonly templateId: string; readonly worthFen: number },
): Promise<void> => {
  for (const [position, { name, summary, priceFen, months }] of samplePlans.entries()) {
    const input: PlanInput = {
      ...{ name, summary, priceFen, position, tierCode: 'gold-leaf', usedCoupons: 'deduct' },
      terms: '会员卡限本人使用，权益以门店公示为准。',
      duration: { unit: 'month', count: months },
      coupons: [{ templateId, count: 1, worthFen }],
      reminderDays: months > 1 ? [15, 7, 1] : [7, 1],
      ...{ saleFrom: null, saleUntil: null, stockTotal: null },
    };
    const planId = await app.get(CreatePlan, { strict: false }).execute({ input, actor });
    await app.get(ChangePlanStatus, { strict: false }).execute({ planId, status: 'active', actor });
  }
};
