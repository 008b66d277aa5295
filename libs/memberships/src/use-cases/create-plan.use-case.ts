import { type Actor, actorLabel } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { CardStore } from '../store/card-store';
import { CardTime, CardWork } from './card-work';
import { PlanChecks, type PlanInput } from './plan-checks';

export interface CreatePlanCommand {
  readonly input: PlanInput;
  readonly actor: Actor;
}

/** A draft: shoppers see it once it is put on sale. Audited. Throws PlanInvalid. */
@Injectable()
export class CreatePlan {
  constructor(
    private readonly store: CardStore,
    private readonly checks: PlanChecks,
    private readonly work: CardWork,
    private readonly time: CardTime,
  ) {}

  /** The plan's id. */
  async execute({ input, actor }: CreatePlanCommand): Promise<string> {
    const draft = await this.checks.checked(input);
    return this.work.unitOfWork.run(async (tx) => {
      const { now: at } = this.time.present();
      const planId = await this.store.plans.insert(tx, draft, { by: actorLabel(actor), at });
      const details = { name: draft.name, priceFen: draft.priceFen };
      await this.work.audit.append(tx, {
        ...{ actor, action: 'memberships.plan-created', subject: `membership-plan:${planId}`, details },
      });
      return planId;
    });
  }
}
