import { setTimeout as sleep } from 'node:timers/promises';
import { expectStatus, expectThat, newKey } from '../http';
import type { Step, Story } from '../story';

const startReplay = async (story: Story, body: object): Promise<string> =>
  expectStatus(await story.api('POST', '/console/replays', { token: story.manager, body, key: newKey() }), 200, 201)
    .body.replayId;

const PATIENCE_MS = 60_000;

const replayed = async (story: Story, id: string) => {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(500)) {
    const answer = await story.api('GET', `/console/replays/${id}`, { token: story.manager });
    const view = expectStatus(answer, 200).body;
    if (view.state === 'done') return view;
    expectThat(['waiting', 'running'].includes(view.state), `the replay goes on: ${view.state} ${view.failure ?? ''}`);
    expectThat(Date.now() < until, 'the replay ends within a minute');
  }
};

/** The ledger explains itself, and a rule is tried on the brand's own past before it costs anything. */
export const loyaltySteps: readonly Step[] = [
  {
    name: '每日签到 a check-in pays once a day; a second one says so and pays nothing',
    play: async (story) => {
      const checkIn = async () =>
        expectStatus(
          await story.api('POST', '/member/check-ins', { token: story.shopper.token, body: {}, key: newKey() }),
          200,
          201,
        ).body;
      const first = await checkIn();
      const second = await checkIn();
      expectThat(first.again === false && second.again === true, 'the second is no second check-in');
      return { points: first.points, again: second.again, why: first.why };
    },
  },
  {
    name: '为什么 every movement of the points account opens to its reasons',
    play: async (story) => {
      const token = story.shopper.token;
      const { items } = expectStatus(await story.api('GET', '/member/points/entries', { token }), 200).body;
      const earned = items.find((entry: { kind: string }) => entry.kind === 'earn');
      const found = expectStatus(
        await story.api('GET', `/member/points/entries/${earned.entryId}`, { token }),
        200,
      ).body;
      expectThat(found.steps.length > 0, 'rules stand behind the points');
      return { points: earned.points, steps: found.steps.flatMap((step: { lines: string[] }) => step.lines) };
    },
  },
  {
    name: '规则回放 the active rules, replayed on the past, differ from the ledger in nothing',
    play: async (story) => {
      const today = new Date().toISOString().slice(0, 10);
      const from = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
      const id = await startReplay(story, { from, to: today });
      const done = await replayed(story, id);
      expectThat(done.report.differences.count === 0, 'no purchase differs');
      return { events: done.report.events, points: done.report.totals.ledger.points };
    },
  },
];
