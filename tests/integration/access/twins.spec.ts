import { MemberProfileRead } from '@fanloop/members';
import { type RateLimit, RateLimits, REDIS } from '@fanloop/platform';
import type { Redis } from 'ioredis';
import { useApiApp } from '../../support/api-app';
import { member } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';

const LIMIT: RateLimit = { name: 'twin', points: 5, windowSeconds: 60 };

describe('S1 and S9 beside twins that are broken on purpose', () => {
  const db = usePrivateDatabase();
  const api = useApiApp(db);

  it('S1 another member’s profile is not shown to who asks for it by id', async () => {
    type Ask = (token: string, memberId: string) => Promise<unknown>;
    await provesAbsent<Ask>({
      sound: () => async (token, memberId) =>
        (await api.call('GET', `/api/member/me?memberId=${memberId}`, { token })).body,
      // The twin believes the request, and not the session.
      broken: () => (_token, memberId) => api.get(MemberProfileRead).of(memberId),
      scenario: async (ask) => {
        const [me, other] = [await member(api), await member(api)];
        const shown = JSON.stringify(await ask(me.token, other.memberId));
        return shown.includes(other.memberNo) ? [`${other.memberNo} was shown to ${me.memberNo}`] : [];
      },
    });
  });

  it('S9 parallel guesses do not pass the limit', async () => {
    type Try = (subject: string) => Promise<unknown>;
    await provesAbsent<Try>({
      sound: () => (subject) => api.get(RateLimits).consume(LIMIT, subject),
      // The twin looks first and counts afterwards: all who look at the same moment get through.
      broken: () => async (subject) => {
        const redis = api.get<Redis>(REDIS);
        if (Number(await redis.get(subject)) >= LIMIT.points) throw new Error('too many');
        await redis.incr(subject);
      },
      scenario: async (attempt) => {
        const subject = `guesser-${Math.random()}`;
        const tries = await Promise.allSettled(Array.from({ length: 40 }, () => attempt(subject)));
        const through = tries.filter((one) => one.status === 'fulfilled').length;
        return through === LIMIT.points ? [] : [`${through} of 40 guesses passed a limit of ${LIMIT.points}`];
      },
    });
  });
});
