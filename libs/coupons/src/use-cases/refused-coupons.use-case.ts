import { type Actor, type Clock, unwrap } from '@fanloop/kernel';
import { AuditLog, CLOCK, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { type CouponReward, RewardRepository } from '../store/reward.repository';
import { GrantCoupons } from './grant-coupons.use-case';

/** Coupons that a rule should have given and could not: a person tries again, or lets it be. */
@Injectable()
export class RefusedCoupons {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rewards: RewardRepository,
    private readonly grants: GrantCoupons,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws RewardNotFound, or why the coupon still cannot be given. */
  retry(id: string, actor: Actor): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const reward = await this.refused(tx, id);
      const [outcome] = await this.grants.execute(tx, [{ ...reward, channel: 'rule' }], this.clock.now());
      const { couponId } = unwrap(outcome!);
      await this.rewards.move(tx, reward, 'issued', couponId);
      await this.note(tx, reward, actor, 'coupons.reward-retried');
    });
  }

  /** Throws RewardNotFound. */
  dismiss(id: string, actor: Actor): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const reward = await this.refused(tx, id);
      await this.rewards.move(tx, reward, 'dismissed');
      await this.note(tx, reward, actor, 'coupons.reward-dismissed');
    });
  }

  private async refused(tx: Tx, id: string): Promise<CouponReward> {
    const reward = await this.rewards.lock(tx, id);
    if (reward?.state !== 'refused') throw refuse('RewardNotFound');
    return reward;
  }

  private note(tx: Tx, { memberId, templateId, reference }: CouponReward, actor: Actor, action: string): Promise<void> {
    return this.audit.append(tx, { actor, action, subject: `member:${memberId}`, details: { templateId, reference } });
  }
}
