import { IssuesRead, RunIssues, StartIssue, SteerIssue, UnissuedRead, UploadList } from '@fanloop/campaigns';
import { ChangeTemplateStatus, ClaimCoupon, CreateTemplate, ReviseTemplate } from '@fanloop/coupons';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { contextModules } from '../../../config/contexts';
import { readEnv } from '../../../config/env';
import { type AudienceConditions, EVERYBODY } from '../../../libs/campaigns/src/rules/audience';
import type { IssueDraft } from '../../../libs/campaigns/src/rules/issue';
import { MEMBER_NUMBER_RANDOM_DIGITS, memberNumber } from '../../../libs/members/src/rules/member-number';
import type { FixedClock } from '../../support/fixed-clock';
import type { PrivateDatabase } from '../../support/private-database';
import { draft as couponDraft } from '../coupons/coupons-process';

export const NOW = '2026-06-15T04:00:00.000Z';
export const manager = { kind: 'staff', id: '1' } as const;

/** A class of the product and the one that stands in for it. */
export type Twins = readonly (readonly [Type<unknown>, Type<unknown>])[];

/** The whole deployment as one process has it: its own connections, all contexts, nothing between. */
export const campaignsProcess = async (
  { url, redisUrl }: Pick<PrivateDatabase, 'url' | 'redisUrl'>,
  clock: FixedClock,
  twins: Twins = [],
) => {
  const key = (digit: string): string => digit.repeat(64);
  const env = readEnv({
    DATABASE_URL: url,
    REDIS_URL: redisUrl,
    LOG_LEVEL: 'silent',
    WECHAT_BASE_URL: 'http://127.0.0.1:1',
    WECHAT_APP_ID: 'wx0000000000000001',
    WECHAT_APP_SECRET: 'test-secret',
    FIELD_KEY: key('a'),
    BLIND_INDEX_KEY: key('b'),
    MEMBER_CODE_KEY: key('c'),
  });
  const builder = Test.createTestingModule({ imports: contextModules(env) })
    .overrideProvider(CLOCK)
    .useValue(clock);
  for (const [sound, twin] of twins) builder.overrideProvider(sound).useClass(twin);
  const app = await builder.compile();
  app.useLogger(false);
  await app.init();
  const get = <T>(token: Type<T> | (abstract new (...args: never[]) => T)): T =>
    app.get(token as Type<T>, { strict: false });
  return {
    get,
    unitOfWork: get(UnitOfWork),
    start: get(StartIssue),
    steer: get(SteerIssue),
    run: get(RunIssues),
    issues: get(IssuesRead),
    unissued: get(UnissuedRead),
    lists: get(UploadList),
    create: get(CreateTemplate),
    revise: get(ReviseTemplate),
    changeStatus: get(ChangeTemplateStatus),
    claim: get(ClaimCoupon),
    close: () => app.close(),
  };
};

export type CampaignsProcess = Awaited<ReturnType<typeof campaignsProcess>>;

let keys = 0;
export const aKey = (): string => {
  keys += 1;
  return `issue-key-${keys}`;
};

/** A coupon of which there are so many, at most so many for each member. */
export const aCoupon = (house: CampaignsProcess, stockTotal: number, perMemberLimit = 1): Promise<string> =>
  house.create.execute({
    draft: couponDraft({ stockTotal, perMemberLimit, openTo: 'nobody' }),
    status: 'active',
    actor: manager,
  });

/** Ordered for everybody, at once, without messages; or otherwise. */
export const order = (
  house: CampaignsProcess,
  templateId: string,
  { conditions, ...more }: Partial<IssueDraft> & { readonly conditions?: Partial<AudienceConditions> } = {},
): Promise<string> =>
  house.start.execute({
    draft: { name: '端午回馈', templateId, copies: 1, notify: false, startAt: null, ...more },
    conditions: { ...EVERYBODY, ...conditions },
    actor: manager,
    idempotencyKey: aKey(),
  });

/** Active members by the thousand; answers their ids, ascending. */
export const someMembers = async (database: PrivateDatabase, count: number): Promise<string[]> => {
  const [{ first }] = (await database.query<{ first: string }>(
    'SELECT COALESCE(MAX(id), 0) AS first FROM members_member',
  )) as [{ first: string }];
  await database.query('INSERT INTO members_member (member_no, nickname, channel, joined_at, enrolled_at) VALUES ?', [
    Array.from({ length: count }, (_, i) => [
      memberNumber(String(Number(first) + i).padStart(MEMBER_NUMBER_RANDOM_DIGITS, '0')),
      `茶客 ${i}`,
      'import',
      new Date('2026-01-01T00:00:00Z'),
      new Date('2026-01-01T00:00:00Z'),
    ]),
  ]);
  const rows = await database.query<{ id: string }>('SELECT id FROM members_member WHERE id > ? ORDER BY id', [first]);
  return rows.map(({ id }) => String(id));
};

/** What is wrong between coupons, stock and the members' limits; nothing, when all is exact. */
export const couponViolations = async (database: PrivateDatabase, perMember: number): Promise<string[]> => {
  const doubled = await database.query<{ member: string; n: string }>(
    `SELECT member_id AS member, COUNT(*) AS n FROM coupons_coupon GROUP BY template_id, member_id HAVING n > ?`,
    [perMember],
  );
  const stock = await database.query<{ id: string; taken: number; held: string }>(
    `SELECT t.id, t.stock_total - t.stock_left AS taken,
            (SELECT COUNT(*) FROM coupons_coupon c WHERE c.template_id = t.id) AS held
       FROM coupons_template t HAVING taken <> held`,
  );
  return [
    ...doubled.slice(0, 3).map((row) => `member ${row.member} holds ${row.n} of ${perMember}`),
    ...stock.map((row) => `template ${row.id}: ${row.taken} taken, ${row.held} held`),
  ];
};

export const couponsGiven = async (database: PrivateDatabase, templateId: string): Promise<number> => {
  const [row] = await database.query<{ n: string }>('SELECT COUNT(*) AS n FROM coupons_coupon WHERE template_id = ?', [
    templateId,
  ]);
  return Number(row!.n);
};
