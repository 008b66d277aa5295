import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent, type Violations } from '../../support/proves-absent';
import { BEFORE, clockStory, EIGHTH, membersDay } from './clock-story';
import { clockTwin } from './event-twins';
import { type Events, eventsOn } from './events-on';
import { loyaltyOn, violationsOf } from './loyalty-on';

const HOOK = join(__dirname, '../../support/typescript-hook.cjs');
const CHILD = join(__dirname, 'dying-clock.ts');

describe('what the clock fires, whatever dies', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock(BEFORE);
  const loyalty = () => loyaltyOn(db.dataSource, clock);
  const { crowd, install } = clockStory(db, clock);
  const MEMBERS = 13;
  const wrong = async (): Promise<Violations> => {
    const rows = await db.query<{ member_id: string; n: string }>(
      `SELECT a.member_id, COUNT(e.id) AS n FROM loyalty_points_account a
           LEFT JOIN loyalty_entry e ON e.member_id = a.member_id AND e.kind = 'earn'
          GROUP BY a.member_id HAVING n <> 1`,
    );
    return rows.map(({ member_id, n }) => `${member_id} was told ${n} times`);
  };
  const prepare = async (): Promise<void> => {
    clock.set(BEFORE);
    await install(membersDay);
    await crowd(MEMBERS);
    clock.set(EIGHTH);
  };

  it('P3 four workers sweep at the same second: every member once', async () => {
    const workers = async (variant: string): Promise<Events[]> => {
      await prepare();
      const others = await Promise.all([1, 2, 3].map(() => db.another(4)));
      return [db.dataSource, ...others].map((source) => eventsOn(source, clock, clockTwin(variant)));
    };
    const { found } = await provesAbsent({
      reset: () => db.truncateAll(),
      sound: () => workers('sound'),
      broken: () => workers('marks-last'),
      scenario: async (all) => {
        await Promise.allSettled(all.map((events) => events.clock.execute()));
        await all[0]!.clock.execute();
        return wrong();
      },
    });
    expect(found.join()).toContain('was told');
  });

  /** How the process ended: the name of the signal, or what it said. */
  const sweepThatDies = async (step: string, variant: string): Promise<string> => {
    const child = spawn(process.execPath, ['-r', HOOK, CHILD, db.url, EIGHTH, step, variant], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, TZ: 'UTC' },
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
    });
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    return signal ?? `exit ${code}: ${said}`;
  };

  /** Sweeps again and again, as the worker does, until the server has noticed that the dead one is gone. */
  const killedAt =
    (step: string) =>
    async (variant: string): Promise<Violations> => {
      await prepare();
      const end = await sweepThatDies(step, variant);
      const survivor = eventsOn(db.dataSource, clock, clockTwin(variant));
      for (let tries = 1; tries <= 20; tries += 1) {
        await survivor.clock.execute();
        const [open] = await db.query('SELECT 1 FROM loyalty_schedule_run WHERE done = 0');
        if (!open) break;
        await sleep(100);
      }
      return [...(end === 'SIGKILL' ? [] : [`the sweep did not die: ${end}`]), ...(await wrong())];
    };

  it.each(['run begun', 'commit 2', 'run taken', 'members told', 'mark written', 'commit 3', 'commit 4', 'commit 5'])(
    'P1 kill -9 after “%s”: every member is told, once',
    async (step) => {
      expect(await killedAt(step)('sound')).toEqual([]);
      expect(await violationsOf(loyalty())).toEqual([]);
    },
  );

  it('P1 the test notices a sweep that marks first and loses whom it would tell', async () => {
    const { found } = await provesAbsent({
      scenario: killedAt('commit 3'),
      sound: () => 'sound',
      broken: () => 'marks-first',
      reset: () => db.truncateAll(),
    });
    expect(found.join()).toContain('told 0 times');
  });

  it('P1 the test notices a sweep that tells again whom it could not mark', async () => {
    const { found } = await provesAbsent({
      scenario: killedAt('commit 4'),
      sound: () => 'sound',
      broken: () => 'marks-last',
      reset: () => db.truncateAll(),
    });
    expect(found.join()).toContain('told 2 times');
  });
});
