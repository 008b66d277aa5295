import type { Clock } from '@fanloop/kernel';
import { AuditLog, BusinessCalendar, Reader, UnitOfWork } from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import { ReplaysRead } from '../../../libs/loyalty/src/reads/replays.read';
import { BrandTime } from '../../../libs/loyalty/src/store/brand-time';
import { ProgrammeRepository } from '../../../libs/loyalty/src/store/programme.repository';
import { ReplayRepository } from '../../../libs/loyalty/src/store/replay.repository';
import { RuleRepository } from '../../../libs/loyalty/src/store/rule.repository';
import { CancelReplay } from '../../../libs/loyalty/src/use-cases/replay/cancel-replay.use-case';
import type { PlayJournal } from '../../../libs/loyalty/src/use-cases/replay/play-journal';
import { RunReplays } from '../../../libs/loyalty/src/use-cases/replay/run-replays.use-case';
import { type AskedChange, StartReplay } from '../../../libs/loyalty/src/use-cases/replay/start-replay.use-case';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase, aRule, loyaltyOn, MANAGER } from './loyalty-on';

export const NOW = '2026-06-15T04:00:00Z';
export type Play = Pick<PlayJournal, 'execute'>;

export interface ReplayTwins {
  readonly play?: Play;
  readonly replays?: (clock: Clock) => ReplayRepository;
}

/** Replays as jobs on one data source: what one worker holds. */
export const replaysOn = (dataSource: DataSource, clock: Clock, twins: ReplayTwins = {}) => {
  const loyalty = loyaltyOn(dataSource, clock);
  const unitOfWork = new UnitOfWork(dataSource);
  const programmes = new ProgrammeRepository();
  const replays = twins.replays?.(clock) ?? new ReplayRepository(clock);
  const audit = new AuditLog(clock);
  const start = new StartReplay(programmes, new RuleRepository(programmes), replays, unitOfWork, audit);
  const stop = new CancelReplay(replays, unitOfWork, audit);
  const play = (twins.play ?? loyalty.play) as PlayJournal;
  return {
    ...loyalty,
    start: (...changes: AskedChange[]) =>
      start.execute({ from: '2026-01-01', to: '2026-12-31', changes, actor: MANAGER }),
    startIn: start,
    cancel: (replayId: string) => stop.execute({ replayId, actor: MANAGER }),
    run: new RunReplays(replays, play, unitOfWork),
    replays: new ReplaysRead(new Reader(dataSource), replays, new BrandTime(new BusinessCalendar('Asia/Shanghai'))),
  };
};

export type Replays = ReturnType<typeof replaysOn>;

/** Workers over one database, thirty purchases of ten members, and what became of a replay. Called in a `describe`. */
export const useReplayJobs = () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock(NOW);
  beforeEach(() => clock.set(NOW));
  const worker = (twins: ReplayTwins = {}) => replaysOn(db.dataSource, clock, twins);
  const withPurchases = async () => {
    const one = worker();
    await one.install.execute({ rules: [aRule] });
    await one.earn(...Array.from({ length: 30 }, (_, i) => aPurchase({ memberId: String(7001 + (i % 10)) })));
    return one;
  };
  const stateOf = async (replayId: string) => {
    const { state, progressPercent, failure, report } = await worker().replays.one(replayId);
    return { state, progressPercent, failure, report: report !== null };
  };
  return { db, clock, worker, withPurchases, stateOf };
};
