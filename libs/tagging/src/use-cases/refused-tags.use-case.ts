import type { Actor } from '@fanloop/kernel';
import { AuditLog, type Tx, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { RewardRepository, type TagReward } from '../store/reward.repository';
import { RewardWithTags } from './reward-with-tags.use-case';

/** Tags that a rule should have given and could not: a person tries again, or lets it be. */
@Injectable()
export class RefusedTags {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rewards: RewardRepository,
    private readonly tags: RewardWithTags,
    private readonly audit: AuditLog,
  ) {}

  /** Throws RewardNotFound, or why the tag still cannot be given. */
  retry(id: string, actor: Actor): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const reward = await this.refused(tx, id);
      const refusal = await this.tags.retry(tx, reward);
      if (refusal) throw refuse(refusal === 'TagIsComputed' ? 'TagIsComputed' : 'TagNotFound');
      await this.note(tx, reward, actor, 'tagging.reward-retried');
    });
  }

  /** Throws RewardNotFound. */
  dismiss(id: string, actor: Actor): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const reward = await this.refused(tx, id);
      await this.rewards.move(tx, id, ['refused'], 'dismissed');
      await this.note(tx, reward, actor, 'tagging.reward-dismissed');
    });
  }

  private async refused(tx: Tx, id: string): Promise<TagReward> {
    const reward = await this.rewards.lock(tx, id);
    if (reward?.state !== 'refused') throw refuse('RewardNotFound');
    return reward;
  }

  private note(tx: Tx, { memberId, tagCode, reference }: TagReward, actor: Actor, action: string): Promise<void> {
    return this.audit.append(tx, { actor, action, subject: `member:${memberId}`, details: { tagCode, reference } });
  }
}
