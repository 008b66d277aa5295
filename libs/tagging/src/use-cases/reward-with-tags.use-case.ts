import type { Clock } from '@fanloop/kernel';
import { CLOCK, Outbox, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { FactsRepository } from '../store/facts.repository';
import { MembershipRepository } from '../store/membership.repository';
import { nameOf, RewardRepository, type TagReward } from '../store/reward.repository';
import { type NamedTag, tagEvents } from './tag-events';

export type TagGrant = Pick<TagReward, 'reference' | 'ruleId' | 'memberId' | 'tagCode' | 'ruleName' | 'at'>;

interface KnownTag extends NamedTag {
  readonly kind: string;
}

/**
 * Puts tags on that rules give and takes them off when the reason is gone: each grant once, whatever is repeated, and in any
 * order. A tag that does not exist, or that is computed, is not given; the grant is kept for a person to look at.
 */
@Injectable()
export class RewardWithTags {
  constructor(
    private readonly rewards: RewardRepository,
    private readonly memberships: MembershipRepository,
    private readonly facts: FactsRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async give(tx: Tx, grants: readonly TagGrant[]): Promise<void> {
    const open = await this.openMembers(tx, grants);
    const known = await this.rewards.known(tx, grants);
    const fresh = [...new Map(grants.map((grant) => [nameOf(grant), grant])).values()].filter(
      (grant) => open.has(grant.memberId) && !known.has(nameOf(grant)),
    );
    const tags = await this.tags(tx, fresh);
    await this.rewards.insert(
      tx,
      fresh.map((grant) => {
        const refusal = refusalOf(tags.get(grant.tagCode));
        return { ...grant, state: refusal ? ('refused' as const) : ('held' as const), refusal };
      }),
    );
    for (const tag of tags.values()) {
      const mine = fresh.filter(({ tagCode }) => tagCode === tag.code);
      if (refusalOf(tag) === null && mine.length > 0) await this.putOn(tx, tag, mine);
    }
  }

  async withdraw(tx: Tx, grants: readonly TagGrant[]): Promise<void> {
    await this.openMembers(tx, grants);
    const known = await this.rewards.known(tx, grants);
    const early = [...new Map(grants.map((grant) => [nameOf(grant), grant])).values()].filter(
      (grant) => !known.has(nameOf(grant)),
    );
    await this.rewards.insert(
      tx,
      early.map((grant) => ({ ...grant, state: 'withdrawn', refusal: null })),
    );
    for (const reward of known.values()) {
      const withdrawn = await this.rewards.move(tx, reward.id, ['held', 'refused', 'dismissed'], 'withdrawn');
      if (withdrawn && reward.state === 'held') await this.takeOff(tx, reward);
    }
  }

  private async takeOff(tx: Tx, reward: TagReward): Promise<void> {
    if (await this.rewards.heldByAnother(tx, reward)) return;
    const { memberId, tagCode: code } = reward;
    const at = this.clock.now();
    const left = await this.memberships.close(tx, [memberId], code, at, { onlyRewards: true });
    const name = (await this.tags(tx, [reward])).get(code)?.name ?? code;
    await this.outbox.append(tx, tagEvents('left', { code, name }, left, at));
  }

  /** Tries a refused grant again. The code of the refusal; null: it is given now. */
  async retry(tx: Tx, reward: TagReward): Promise<string | null> {
    const tag = (await this.tags(tx, [reward])).get(reward.tagCode);
    const refusal = refusalOf(tag);
    if (refusal !== null || !tag) return refusal;
    if (await this.rewards.move(tx, reward.id, ['refused'], 'held')) await this.putOn(tx, tag, [reward]);
    return null;
  }

  /** A membership begins when it is written, not when the purchase was: else a later change would look older than it. */
  private async putOn(tx: Tx, tag: KnownTag, grants: readonly TagGrant[]): Promise<void> {
    const at = this.clock.now();
    const byRule = new Map<string, TagGrant[]>();
    for (const grant of grants) byRule.set(grant.ruleName, [...(byRule.get(grant.ruleName) ?? []), grant]);
    for (const [ruleName, alike] of byRule) {
      const why = `规则「${ruleName}」`.slice(0, 300);
      const ids = alike.map(({ memberId }) => memberId);
      const membership = { tagCode: tag.code, version: 1, why, at, byReward: true };
      await this.outbox.append(tx, tagEvents('entered', tag, await this.memberships.open(tx, ids, membership), at));
    }
  }

  /** Those who have not left, under the lock that their leaving takes. */
  private async openMembers(tx: Tx, grants: readonly TagGrant[]): Promise<Set<string>> {
    const ids = grants.map(({ memberId }) => memberId);
    await this.facts.lock(tx, ids);
    return this.facts.open(tx, ids);
  }

  private async tags(tx: Tx, grants: readonly Pick<TagGrant, 'tagCode'>[]): Promise<Map<string, KnownTag>> {
    if (grants.length === 0) return new Map();
    const rows = await tx.query<KnownTag>('SELECT code, name, kind FROM tagging_tag WHERE code IN (?)', [
      [...new Set(grants.map(({ tagCode }) => tagCode))],
    ]);
    return new Map(rows.map((row) => [row.code, row]));
  }
}

const refusalOf = (tag: KnownTag | undefined): string | null => {
  if (!tag) return 'TagNotFound';
  return tag.kind === 'manual' ? null : 'TagIsComputed';
};
