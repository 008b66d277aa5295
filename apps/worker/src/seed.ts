import 'reflect-metadata';
import { existsSync, writeFileSync } from 'node:fs';
import { addDays } from '@fanloop/kernel';
import { SystemClock } from '@fanloop/platform';
import { RequestTagging, RunTagging } from '@fanloop/tagging';
import { NestFactory } from '@nestjs/core';
import { readEnv } from '../../../config/env';
import { Chance } from './sample-brand/chance';
import { liveTogether } from './sample-brand/community-life';
import { foundBrand, hireStaff } from './sample-brand/found-brand';
import { liveThrough } from './sample-brand/live-through';
import { sampleMembers } from './sample-brand/members';
import { redeemTreats, shareSomePoints } from './sample-brand/points-life';
import { samplePurchases } from './sample-brand/purchases';
import { StoryClock } from './sample-brand/story-clock';
import { bindClerks, welcomeShopper } from './sample-brand/wechat-people';
import { WorkerModule } from './worker.module';

const SEED = 20_261_123;
const YEARS_DAYS = 732;
const COMMUNITY_DAYS = 12;
/** The earliest members are those who take part in what the community does. */
const MOST_LIVELY = 120;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Fills an empty deployment with the sample brand. `SAMPLE_MEMBERS` says how many members it has (default 3,000). */
const seed = async (): Promise<void> => {
  const count = Number(process.env['SAMPLE_MEMBERS'] ?? 3000);
  const standInUrl = process.env['STAND_IN_URL'];
  const loginsFile = process.env['LOGINS_FILE'];
  const until = new SystemClock().now();
  const chance = new Chance(SEED);
  const members = sampleMembers(chance, count, until);
  const purchases = samplePurchases(chance, members, until);

  const begin = addDays(until, -YEARS_DAYS);
  const lately = addDays(until, -COMMUNITY_DAYS);
  const clock = new StoryClock(begin);
  const story = await NestFactory.createApplicationContext(WorkerModule.forRoot(readEnv(), { clock }), {
    logger: ['error'],
  });
  say('stores, menu and loyalty programme');
  const stores = await foundBrand(story);
  let recorded = 0;
  const progress = (done: number): void =>
    say(`purchases ${recorded + done} of ${purchases.length}, ${clock.now().toISOString().slice(0, 7)}`);
  const treats = new Chance(SEED + 1);
  const usePoints = (memberIds: readonly string[], at: Date) =>
    redeemTreats(story, treats, { memberIds, stores, until }, at);
  const all = { members, purchases, memberIds: new Map<string, string>(), usePoints };
  const first = await liveThrough(story, { ...all, from: begin, until: lately }, stores, clock, progress);
  recorded = first.purchases;
  say('coupons, activities and posts');
  const memberIds = [...all.memberIds.values()].slice(0, MOST_LIVELY);
  if (!loginsFile || !existsSync(loginsFile))
    await liveTogether(story, { from: lately, until, memberIds }, stores, clock, chance);
  const last = await liveThrough(story, { ...all, from: lately, until }, stores, clock, progress);
  const total = { purchases: first.purchases + last.purchases, points: first.points + last.points };
  await story.close();

  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(readEnv()), { logger: ['error'] });
  if (loginsFile && !existsSync(loginsFile)) {
    say('staff and ready log-ins');
    const logins = await hireStaff(app, stores);
    if (standInUrl)
      logins.push(...(await bindClerks(app, standInUrl, stores)), ...(await welcomeShopper(app, standInUrl)));
    await shareSomePoints(app, memberIds);
    writeFileSync(loginsFile, JSON.stringify(logins, null, 2), { mode: 0o600 });
  }
  say('tags and fan tiers');
  await app.get(RequestTagging, { strict: false }).execute({ by: 'system:sample-brand' });
  await app.get(RunTagging, { strict: false }).execute();
  await app.close();
  say(`${stores.size} stores, ${members.length} members, ${total.purchases} purchases, ${total.points} points`);
};

seed().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
