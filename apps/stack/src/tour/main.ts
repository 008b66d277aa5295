import { existsSync, readFileSync } from 'node:fs';
import { httpCaller } from './http';
import { afterwardsSteps } from './steps/afterwards';
import { communitySteps } from './steps/community';
import { loyaltySteps } from './steps/loyalty';
import { peopleSteps } from './steps/people';
import { tillSteps } from './steps/till';
import type { Step, Story } from './story';

interface Played {
  readonly name: string;
  readonly ok: boolean;
  readonly evidence: unknown;
}

const STEPS: readonly Step[] = [...peopleSteps, ...tillSteps, ...communitySteps, ...loyaltySteps, ...afterwardsSteps];

const env = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run it by \`npm run tour\` beside a running \`npm start\`.`);
  return value;
};

/** The owner's ready log-in, which the seed has written. */
const ownerLogin = (): { login: string; password: string } => {
  const file = env('LOGINS_FILE');
  if (!existsSync(file)) throw new Error('There are no ready log-ins: the sample brand was not seeded.');
  const logins = JSON.parse(readFileSync(file, 'utf8')) as { role: string; login: string; password: string }[];
  const owner = logins.find((login) => login.role === 'owner');
  if (!owner) throw new Error('The ready log-ins hold no owner.');
  return { login: owner.login, password: owner.password };
};

const play = async (story: Story, say: (line: string) => void): Promise<Played[]> => {
  const played: Played[] = [];
  for (const step of STEPS) {
    try {
      const evidence = await step.play(story);
      played.push({ name: step.name, ok: true, evidence });
      say(`  ✓ ${step.name}\n      ${JSON.stringify(evidence).slice(0, 400)}`);
    } catch (error) {
      const evidence = error instanceof Error ? error.message : String(error);
      played.push({ name: step.name, ok: false, evidence });
      say(`  ✗ ${step.name}\n      ${evidence}`);
    }
  }
  return played;
};

/** Plays the main story against the running stack through its public HTTP interfaces. `--json`: one document on stdout. */
const tour = async (): Promise<number> => {
  const asJson = process.argv.includes('--json');
  const story = {
    api: httpCaller(`${env('API_URL')}/api`),
    apiRoot: httpCaller(env('API_URL')),
    standIn: httpCaller(env('STAND_IN_URL')),
    login: ownerLogin(),
    mark: String(Date.now()).slice(-5),
  } as Story;
  const began = Date.now();
  const steps = await play(story, (line) => !asJson && process.stdout.write(`${line}\n`));
  const failed = steps.filter((step) => !step.ok).length;
  const seconds = (Date.now() - began) / 1000;
  if (asJson) process.stdout.write(`${JSON.stringify({ ok: failed === 0, seconds, steps }, null, 2)}\n`);
  else process.stdout.write(`\n  ${steps.length - failed} of ${steps.length} steps in ${seconds.toFixed(0)} s\n`);
  return failed === 0 ? 0 : 1;
};

tour().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
