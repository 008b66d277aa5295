import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent, type Violations } from '../../support/proves-absent';
import { communityOn, plan } from './community-on';
import { unsettled } from './invariants';
import { twinOf } from './twins';

const HOOK = join(__dirname, '../../support/typescript-hook.cjs');
const CHILD = join(__dirname, 'dying-sweep.ts');
const BEFORE = '2026-06-15T04:00:00.000Z';
const DUE = '2026-06-15T04:01:00.000Z';
/** The lease of the dead has ended, and the items are still on time. */
const AFTER_LEASE = '2026-06-15T04:01:31.000Z';

const SWEEPS = 20;

const STEPS = [
  'claim written',
  'claim committed',
  'dispatching written',
  'dispatching committed',
  'post written',
  'event written',
  'state written',
  'publication committed',
] as const;
type Step = (typeof STEPS)[number];

describe('publishing, whatever dies', () => {
  const database = usePrivateDatabase();

  /** How the process ended: the name of the signal, or what it said. */
  const sweepThatDies = async (step: Step, variant: string): Promise<string> => {
    const child = spawn(process.execPath, ['-r', HOOK, CHILD, database.url, DUE, step, variant], {
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

  /**
   * Sweeps again and again, as the worker does every second: until the server has noticed that the dead one's connection
   * is gone, its rows are still locked and passed over.
   */
  const afterSweepsOf = async (survivor: ReturnType<typeof communityOn>): Promise<Violations> => {
    for (let sweep = 1; ; sweep += 1) {
      await survivor.sweep.execute();
      const left = await unsettled(database);
      if (left.length === 0 || sweep === SWEEPS) return left;
      await sleep(100);
    }
  };

  const killedAt =
    (step: Step) =>
    async (variant: string): Promise<Violations> => {
      const clock = new FixedClock(BEFORE);
      const survivor = communityOn(database.dataSource, clock, twinOf(variant));
      await plan(survivor, 3);
      const end = await sweepThatDies(step, variant);
      clock.set(AFTER_LEASE);
      return [...(end === 'SIGKILL' ? [] : [`the sweep did not die: ${end}`]), ...(await afterSweepsOf(survivor))];
    };

  describe('a sweep that is killed', () => {
    it.each(STEPS)('P1 kill -9 after “%s”: each item is published, once', async (step) => {
      expect(await killedAt(step)('sound')).toEqual([]);
    });

    it('P1 the test notices a sweep that publishes again what it could not mark', async () => {
      const { found } = await provesAbsent({
        scenario: killedAt('publication committed'),
        sound: () => 'sound',
        broken: () => 'twice',
        reset: () => database.truncateAll(),
      });
      expect(found.join()).toContain('2 posts');
    });

    it('P1 the test notices a sweep that marks first and loses what it then publishes', async () => {
      const { found } = await provesAbsent({
        scenario: killedAt('event written'),
        sound: () => 'sound',
        broken: () => 'lost',
        reset: () => database.truncateAll(),
      });
      expect(found.join()).toContain('done with 0 posts');
    });

    it('P1 an item that kills every process that touches it is given up, and says so', async () => {
      const clock = new FixedClock(BEFORE);
      const survivor = communityOn(database.dataSource, clock);
      await plan(survivor, 1);
      clock.set(DUE);
      // What a process leaves that died with the claim, six times.
      await database.query(
        `UPDATE community_occurrence SET state = 'claimed', attempts = 6, lease_token = 'gone', lease_until = '${DUE.slice(0, 23).replace('T', ' ')}'`,
      );
      expect(await survivor.sweep.execute()).toMatchObject({ failed: 1, published: 0 });
      const [row] = await database.query('SELECT state, failure FROM community_occurrence');
      expect(row).toEqual({ state: 'failed', failure: '试了 6 次都没有发布成功：进程中断' });
    });
  });
});
