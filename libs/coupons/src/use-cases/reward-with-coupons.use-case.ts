import type { Clock } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { claimedAt, stateOf } from '../rules/reward';
import { type CouponReward, RewardRepository } from '../store/reward.repository';
import { GrantCoupons } from './grant-coupons.use-case';
import { TakeBackCoupons } from './take-back-coupons.use-case';

export type CouponGrant = Pick<CouponReward, 'reference' | 'ruleId' | 'memberId' | 'templateId' | 'ruleName' | 'at'> & {
  readonly count: number;
};

type Unit = Omit<CouponGrant, 'count'> & { readonly n: number };

/**
 * Gives the coupons of rules and takes unused ones back when the reason is gone: each once by (reference, rule, number),
 * whatever is repeated and in any order. Stock and limits per member hold. What cannot be given is kept with its reason: a
 * template that is gone or used up waits for a person, who gives it later or lets it be.
 */
@Injectable()
export class RewardWithCoupons {
  constructor(
    private readonly rewards: RewardRepository,
    private readonly grants: GrantCoupons,
    private readonly takeBack: TakeBackCoupons,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async give(tx: Tx, grants: readonly CouponGrant[]): Promise<void> {
    const fresh = await this.unknown(tx, grants);
    const now = this.clock.now();
    const byMoment = new Map<number, Unit[]>();
    for (const unit of fresh) {
      const moment = claimedAt(unit.at, now).getTime();
      byMoment.set(moment, [...(byMoment.get(moment) ?? []), unit]);
    }
    for (const [moment, units] of byMoment) {
      const outcomes = await this.grants.execute(tx, units.map(byRule), new Date(moment), now);
      await this.rewards.insert(
        tx,
        units.map((unit, i) => {
          const outcome = outcomes[i]!;
          return { ...unit, ...stateOf(outcome), couponId: outcome.ok ? outcome.value.couponId : null };
        }),
      );
    }
  }

  async withdraw(tx: Tx, grants: readonly CouponGrant[]): Promise<void> {
    const known = await this.rewards.known(tx, grants);
    const early = await this.unknown(tx, grants, known);
    await this.rewards.insert(
      tx,
      early.map((unit) => ({ ...unit, state: 'withdrawn', refusal: null, couponId: null })),
    );
    const given: string[] = [];
    for (const reward of known)
      if (reward.state !== 'withdrawn' && (await this.rewards.move(tx, reward, 'withdrawn')) && reward.couponId)
        given.push(reward.couponId);
    await this.takeBack.execute(tx, given, this.clock.now());
  }

  private async unknown(tx: Tx, grants: readonly CouponGrant[], known?: readonly CouponReward[]): Promise<Unit[]> {
    const names = new Set((known ?? (await this.rewards.known(tx, grants))).map(nameOf));
    const units = new Map(
      grants.flatMap(({ count, ...grant }) =>
        Array.from({ length: count }, (_, i) => ({ ...grant, n: i + 1 })).map((unit) => [nameOf(unit), unit] as const),
      ),
    );
    return [...units].flatMap(([name, unit]) => (names.has(name) ? [] : [unit]));
  }
}

const byRule = (unit: Unit) => ({ ...unit, channel: 'rule' as const });

const nameOf = ({ reference, ruleId, n }: Pick<Unit, 'reference' | 'ruleId' | 'n'>): string =>
  `${reference} ${ruleId} ${n}`;
