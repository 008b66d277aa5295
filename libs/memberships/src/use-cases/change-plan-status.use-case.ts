import type { Actor } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { assertStatusChange, type PlanStatus } from '../rules/plan';
import { ChangePlan } from './change-plan';

export interface ChangePlanStatusCommand {
  readonly planId: string;
  readonly status: Exclude<PlanStatus, 'draft'>;
  readonly actor: Actor;
}

/** Puts a plan on sale, pauses or ends it. Cards that are bought go on. Throws PlanNotFound, PlanStatusForbids. */
@Injectable()
export class ChangePlanStatus {
  constructor(private readonly change: ChangePlan) {}

  execute({ planId, status, actor }: ChangePlanStatusCommand): Promise<void> {
    return this.change.execute(planId, actor, async (tx, { status: from }, now) => {
      if (from === status) return null;
      assertStatusChange(from, status);
      await this.change.store.plans.setStatus(tx, planId, status, now);
      return { action: 'memberships.plan-status-changed', details: { from, to: status } };
    });
  }
}
