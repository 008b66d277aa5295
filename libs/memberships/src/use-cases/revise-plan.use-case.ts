import { type Actor, actorLabel } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { isEditable, isSameTerms } from '../rules/plan';
import { refuse } from '../rules/refusals';
import { ChangePlan } from './change-plan';
import { PlanChecks, type PlanInput } from './plan-checks';

export interface RevisePlanCommand {
  readonly planId: string;
  readonly input: PlanInput;
  readonly actor: Actor;
}

/**
 * Changes a plan. Other terms are a new version, for those who buy from now on; how it is sold changes at once. Throws PlanNotFound,
 * PlanInvalid, PlanStatusForbids, StockBelowSold.
 */
@Injectable()
export class RevisePlan {
  constructor(
    private readonly change: ChangePlan,
    private readonly checks: PlanChecks,
  ) {}

  async execute({ planId, input, actor }: RevisePlanCommand): Promise<void> {
    const draft = await this.checks.checked(input);
    await this.change.execute(planId, actor, async (tx, plan, at) => {
      if (!isEditable(plan.status)) throw refuse('PlanStatusForbids');
      if (draft.stockTotal !== null && draft.stockTotal < plan.sold)
        throw refuse('StockBelowSold', { sold: plan.sold });
      const { plans } = this.change.store;
      const isNew = !isSameTerms(plan, draft);
      const version = isNew ? plan.version + 1 : plan.version;
      if (isNew) await plans.addVersion(tx, planId, version, draft, { by: actorLabel(actor), at });
      await plans.revise(tx, planId, version, draft, at);
      return { action: 'memberships.plan-revised', details: { version, priceFen: draft.priceFen } };
    });
  }
}
