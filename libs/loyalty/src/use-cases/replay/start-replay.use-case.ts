import { type Actor, actorLabel, type StoreId } from '@fanloop/kernel';
import { AuditLog, type Queryable, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Day, daysBetween } from '../../rules/calendar/days';
import type { RuleDraft } from '../../rules/judging/rule';
import { refuse } from '../../rules/refusals';
import type { PlannedChange } from '../../rules/replay/plan';
import { ProgrammeRepository } from '../../store/programme.repository';
import { ReplayRepository } from '../../store/replay.repository';
import { RuleRepository } from '../../store/rule.repository';
import { assertJudges } from '../assert-judges';

/** A rule as the replay shall know it: without a draft its newest version, with null the set without it. */
export interface AskedChange {
  readonly ruleId?: string | null;
  readonly draft?: RuleDraft | null;
}

export interface StartReplayCommand {
  /** Business days, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly storeIds?: readonly StoreId[] | null;
  /** None: the active set is compared with the ledger. */
  readonly changes: readonly AskedChange[];
  readonly actor: Actor;
}

const MOST_DAYS = 1100;

/** Asks for a replay; a worker takes it up. The versions that are active now are written down with it. */
@Injectable()
export class StartReplay {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly rules: RuleRepository,
    private readonly replays: ReplayRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /** Answers its id. Throws ReplayPeriodNotAllowed, RuleNotValid, RuleMissing. */
  execute({ from, to, storeIds = null, changes, actor }: StartReplayCommand): Promise<string> {
    if (to < from || daysBetween(from, to) >= MOST_DAYS) throw refuse('ReplayPeriodNotAllowed', { most: MOST_DAYS });
    return this.unitOfWork.run(async (tx) => {
      const { rules } = await this.programmes.current(tx);
      const planned: PlannedChange[] = [];
      for (const change of changes) planned.push(await this.planned(tx, change));
      const ruleIds = planned.flatMap(({ ruleId }) => ruleId ?? []);
      if (new Set(ruleIds).size < ruleIds.length) throw refuse('ReplayRuleTwice');
      const plan = { from, to, storeIds, changes: planned, active: rules.map((rule) => rule.key) };
      const replayId = await this.replays.insert(tx, plan, actorLabel(actor));
      await this.audit.append(tx, {
        actor,
        action: 'loyalty.replay-started',
        subject: `replay:${replayId}`,
        details: { from, to, rules: ruleIds },
      });
      return replayId;
    });
  }

  private async planned(db: Queryable, asked: AskedChange): Promise<PlannedChange> {
    const { ruleId = null, draft } = asked;
    const stored = ruleId === null ? null : await this.rules.one(db, ruleId);
    if (draft === null && stored) return { ruleId, name: stored.newest.draft.name, draft: null };
    const wanted = draft ?? stored?.newest.draft;
    if (!wanted) throw refuse('RuleMissing');
    assertJudges(wanted);
    return { ruleId, name: wanted.name, draft: wanted };
  }
}
