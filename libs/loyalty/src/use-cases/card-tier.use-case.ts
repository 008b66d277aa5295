import { type Actor, actorLabel, type Clock, type MemberId } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type Day, plusDays } from '../rules/calendar/days';
import { refuse } from '../rules/refusals';
import { grantTier, withdrawGrant } from '../rules/tiers/grants';
import { currentCode } from '../rules/tiers/stair';
import { rankOf } from '../rules/tiers/tiers';
import { endGrants, insertGrant, openGrants } from '../store/tier-grants';
import { assertOpen, byWhom, MOST_DAYS } from './grant-tier.use-case';
import { TierWork } from './tier-work';

export interface CardTierCommand {
  readonly memberId: MemberId;
  /** Names what gives it, `card:AB12`: one grant for each. */
  readonly reference: string;
  readonly code: string;
  /** The last day. */
  readonly until: Day;
  /** “付费会员「年卡」”: members read it in their history. */
  readonly what: string;
  readonly actor: Actor;
}

export type EndCardTierCommand = Pick<CardTierCommand, 'memberId' | 'reference' | 'what' | 'actor'>;

/**
 * Tiers that something else gives (a paid card), in its transaction. However many there are, they stand beside one another and beside what
 * people grant by hand. The highest holds; a lower one that lasts longer takes over. Whoever gives them keeps the audit.
 */
@Injectable()
export class CardTier {
  constructor(
    private readonly work: TierWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives the tier, or moves the end of what this reference gave before. Again with the same end it changes nothing. A tier that is no more
   * is its successor. Throws, before anything is written, AccountMissing, AccountClosed, TierMissing, GrantNeedless (the first tier),
   * GrantEndWrong.
   */
  async grant(tx: Tx, { memberId, reference, code: asked, until, what, actor }: CardTierCommand): Promise<void> {
    const now = this.clock.now();
    const today = this.work.time.day(now);
    if (until < today || until > plusDays(today, MOST_DAYS)) throw refuse('GrantEndWrong');
    const opened = await this.work.open(tx, [memberId], today);
    assertOpen(opened, memberId);
    const { tiers, formerTiers } = opened.programme;
    const code = currentCode(asked, { tiers, successors: formerTiers.successors });
    if (code === null) throw refuse('TierMissing');
    if (rankOf(tiers, code) === 0) throw refuse('GrantNeedless');
    const [mine, others] = byWhom(await openGrants(tx, memberId, today), reference);
    if (mine.some((grant) => grant.code === code && grant.until === until)) return;
    const by = actorLabel(actor);
    await endGrants(tx, mine, { at: now, by, reason: '期限变更' });
    await insertGrant(tx, { memberId, code, from: today, until, reason: what, reference, by, at: now });
    const cause = { reference, what: `${what}至 ${until}` };
    opened.tiering.change(memberId, (state, context) => grantTier(state, code, until, context, others), cause, now);
    await this.work.save(tx, opened.batch);
  }

  /** Ends it before its time. False where nothing of this reference is open, or the account is closed or missing. */
  async end(tx: Tx, { memberId, reference, what, actor }: EndCardTierCommand): Promise<boolean> {
    const now = this.clock.now();
    const today = this.work.time.day(now);
    const opened = await this.work.open(tx, [memberId], today);
    if (!opened.members.includes(memberId)) return false;
    const [mine, others] = byWhom(await openGrants(tx, memberId, today), reference);
    const grant = mine.at(-1);
    if (!grant) return false;
    await endGrants(tx, mine, { at: now, by: actorLabel(actor), reason: '提前结束' });
    const decide: Parameters<typeof opened.tiering.change>[1] = (state, context) =>
      withdrawGrant(state, context, others, grant.code);
    opened.tiering.change(memberId, decide, { reference, what }, now);
    await this.work.save(tx, opened.batch);
    return true;
  }
}
