import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { RuleTrigger } from '../rules/judging/rule';
import { refuse } from '../rules/refusals';
import type { ReplayReport } from '../rules/replay/report';
import { BrandTime } from '../store/brand-time';
import { type ReplayJob, ReplayRepository } from '../store/replay.repository';
import { isOutside } from '../store/replayed-sets';

/** A changed rule by its name. */
export interface ReplayedChange {
  readonly ruleId: string | null;
  readonly name: string;
  /** The set was replayed without it. */
  readonly removed: boolean;
  readonly trigger: RuleTrigger | null;
  /** Its validity does not touch the period: it was replayed as if it were valid all the time. */
  readonly alwaysValid: boolean;
}

export interface ReplayView extends Omit<ReplayJob, 'plan' | 'done' | 'total'> {
  readonly from: string;
  readonly to: string;
  readonly storeIds: readonly string[] | null;
  readonly changes: readonly ReplayedChange[];
  readonly progressPercent: number;
}

/** Replays for screens: found again after a reload, whoever asked for them. */
@Injectable()
export class ReplaysRead {
  constructor(
    private readonly reader: Reader,
    private readonly replays: ReplayRepository,
    private readonly time: BrandTime,
  ) {}

  /** The newest fifty. */
  async list(): Promise<ReplayView[]> {
    return (await this.replays.list(this.reader)).map((job) => this.view(job));
  }

  /** `report` is there when it is done. */
  async one(replayId: string): Promise<ReplayView & { readonly report: ReplayReport | null }> {
    const job = await this.replays.find(this.reader, replayId);
    if (!job) throw refuse('ReplayMissing');
    return { ...this.view(job), report: await this.replays.report(this.reader, replayId) };
  }

  private view({ plan, done, total, ...job }: ReplayJob): ReplayView {
    const [from, until] = [this.time.startOf(plan.from), this.time.endOf(plan.to)];
    return {
      ...job,
      from: plan.from,
      to: plan.to,
      storeIds: plan.storeIds,
      changes: plan.changes.map(({ ruleId, name, draft }) => ({
        ruleId,
        name,
        removed: draft === null,
        trigger: draft?.trigger ?? null,
        alwaysValid: draft !== null && isOutside(draft, from, until),
      })),
      progressPercent: job.state === 'done' ? 100 : Math.min(99, Math.floor((done * 100) / Math.max(1, total))),
    };
  }
}
