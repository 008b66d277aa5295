import type { Actor } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { CardStore } from '../store/card-store';
import type { Plan } from '../store/plan.repository';
import { CardTime, CardWork } from './card-work';

export interface PlanChange {
  /** `memberships.…`, with what the audit keeps beside it. */
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** One change of one plan by a manager: under the plan's lock, audited. Throws PlanNotFound. */
@Injectable()
export class ChangePlan {
  constructor(
    readonly store: CardStore,
    private readonly work: CardWork,
    private readonly time: CardTime,
  ) {}

  /** `change` answers what to write down, or null where nothing was to be changed. */
  execute(
    planId: string,
    actor: Actor,
    change: (tx: Tx, plan: Plan, now: Date) => Promise<PlanChange | null>,
  ): Promise<void> {
    return this.work.unitOfWork.run(async (tx) => {
      const plan = await this.store.plans.lock(tx, planId);
      if (!plan) throw refuse('PlanNotFound');
      const changed = await change(tx, plan, this.time.present().now);
      if (changed) await this.work.audit.append(tx, { actor, subject: `membership-plan:${planId}`, ...changed });
    });
  }
}
