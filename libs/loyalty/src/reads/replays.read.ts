import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import type { ReplayReport } from '../rules/replay/report';
import { type ReplayJob, ReplayRepository } from '../store/replay.repository';

export interface ReplayView extends Omit<ReplayJob, 'plan' | 'done' | 'total'> {
  readonly from: string;
  readonly to: string;
  readonly storeIds: readonly string[] | null;
  /** The changed rules by name; `removed`: the set was replayed without it. */
  readonly changes: readonly {
    readonly ruleId: string | null;
    readonly name: string | null;
    readonly removed: boolean;
  }[];
  readonly progressPercent: number;
}

/** Replays for screens: found again after a reload, whoever asked for them. */
@Injectable()
export class ReplaysRead {
  constructor(
    private readonly reader: Reader,
    private readonly replays: ReplayRepository,
  ) {}

  /** The newest fifty. */
  async list(): Promise<ReplayView[]> {
    return (await this.replays.list(this.reader)).map(view);
  }

  /** `report` is there when it is done. */
  async one(replayId: string): Promise<ReplayView & { readonly report: ReplayReport | null }> {
    const job = await this.replays.find(this.reader, replayId);
    if (!job) throw refuse('ReplayMissing');
    return { ...view(job), report: await this.replays.report(this.reader, replayId) };
  }
}

const view = ({ plan, done, total, ...job }: ReplayJob): ReplayView => ({
  ...job,
  from: plan.from,
  to: plan.to,
  storeIds: plan.storeIds,
  changes: plan.changes.map(({ ruleId, draft }) => ({ ruleId, name: draft?.name ?? null, removed: draft === null })),
  progressPercent: job.state === 'done' ? 100 : Math.min(99, Math.floor((done * 100) / Math.max(1, total))),
});
