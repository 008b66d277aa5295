import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberId } from '@fanloop/kernel';
import { randomId, type Tx } from '@fanloop/platform';
import { CheckInRepository, type CheckInRow } from '../../../libs/loyalty/src/store/check-in.repository';
import { type ClockRun, ClockSweep } from '../../../libs/loyalty/src/use-cases/clock-sweep';
import { type EventToJudge, JudgeEvents } from '../../../libs/loyalty/src/use-cases/judge-events.use-case';
import type { JudgedEvent } from '../../../libs/loyalty/src/use-cases/judged-event';

/** The rules of events as others wrote them, each with one safeguard taken out. */

/** Does not know an event again. */
export class NamelessJudge extends JudgeEvents {
  override execute(tx: Tx, events: readonly EventToJudge[]): Promise<JudgedEvent[]> {
    return super.execute(
      tx,
      events.map((event) => ({ ...event, reference: `${event.reference}:${randomId()}` })),
    );
  }
}

/** Looks whether there is a check-in, then writes one: the key of the table is dropped for it. */
export class KeylessCheckIns extends CheckInRepository {
  override async newest(...args: Parameters<CheckInRepository['newest']>): Promise<CheckInRow[]> {
    const rows = await super.newest(...args);
    await sleep(10);
    return rows;
  }

  override async add(tx: Tx, memberId: MemberId, { day, streak, at }: CheckInRow): Promise<boolean> {
    await tx.execute('INSERT INTO loyalty_check_in (member_id, day, streak, at) VALUES (?, ?, ?, ?)', [
      memberId,
      day,
      streak,
      at,
    ]);
    return true;
  }
}

/** Few members at a time, so that a sweep has something to die between. */
export class SmallSteps extends ClockSweep {
  protected override readonly membersPerTransaction = 5;
}

/** Writes down how far it came first, and tells the members in a transaction of its own. */
export class MarksFirst extends SmallSteps {
  override async execute(runs: readonly ClockRun[]): Promise<number> {
    for (const run of runs) {
      await this.tools.unitOfWork.run((tx) => this.runs.begin(tx, run));
      for (let members = await this.mark(run); members.length > 0; members = await this.mark(run))
        await this.tools.unitOfWork.run((tx) =>
          this.rules.execute(
            tx,
            members.map((memberId) => run.event(memberId)),
          ),
        );
    }
    return 0;
  }

  private mark(run: ClockRun): Promise<string[]> {
    return this.tools.unitOfWork.run(async (tx) => {
      const after = await this.runs.take(tx, run);
      if (after === null) return [];
      const members = await run.members(tx, after, this.membersPerTransaction);
      await this.runs.advance(tx, run, after, members.at(-1) ?? after, members.length === 0);
      return members;
    });
  }
}

/** Tells the members, and writes down how far it came in a transaction of its own. With the nameless judge. */
export class MarksLast extends SmallSteps {
  override async execute(runs: readonly ClockRun[]): Promise<number> {
    for (const run of runs) {
      await this.tools.unitOfWork.run((tx) => this.runs.begin(tx, run));
      for (let after: string | null = await this.take(run); after !== null; after = await this.take(run))
        await this.step(run, after);
    }
    return 0;
  }

  private take(run: ClockRun): Promise<string | null> {
    return this.tools.unitOfWork.run((tx) => this.runs.take(tx, run));
  }

  private async step(run: ClockRun, after: string): Promise<void> {
    const members = await this.tools.unitOfWork.run(async (tx) => {
      const next = await run.members(tx, after, this.membersPerTransaction);
      await this.rules.execute(
        tx,
        next.map((memberId) => run.event(memberId)),
      );
      return next;
    });
    await this.tools.unitOfWork.run((tx) =>
      this.runs.advance(tx, run, after, members.at(-1) ?? after, members.length === 0),
    );
  }
}

/** The variants that a test plays, by name: also for a process of its own. */
export const clockTwin = (variant: string) => {
  if (variant === 'marks-first') return { sweep: MarksFirst };
  if (variant === 'marks-last') return { sweep: MarksLast, judge: NamelessJudge };
  return { sweep: SmallSteps };
};
