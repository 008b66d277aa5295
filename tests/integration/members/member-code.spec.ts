import { addMs } from '@fanloop/kernel';
import { CurrentMemberCodeRead, MembersDoor } from '@fanloop/members';
import { RateLimits, Reader, type Tx, UnitOfWork } from '@fanloop/platform';
import { CodeUseRepository } from '../../../libs/members/src/store/code-use.repository';
import { MemberRepository } from '../../../libs/members/src/store/member.repository';
import { memberCodeKeys } from '../../../libs/members/src/store/member-code-keys';
import { ForgetCodeUses } from '../../../libs/members/src/use-cases/forget-code-uses.use-case';
import { ResolveMemberCode } from '../../../libs/members/src/use-cases/resolve-member-code.use-case';
import { useApiApp } from '../../support/api-app';
import { member, type TestMember } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';

const CLERK = '7';

/** Looks first and writes then: two scans at one moment both find the code unused. */
class LookThenWrite extends CodeUseRepository {
  override async use(tx: Tx, use: Parameters<CodeUseRepository['use']>[1]): Promise<void> {
    const seen = await tx.query('SELECT 1 FROM members_code_use WHERE member_id = ? AND step = ?', [
      use.memberId,
      use.step,
    ]);
    if (seen.length > 0) return super.use(tx, use);
    await tx.execute(
      'INSERT INTO members_code_use (member_id, step, used_at, staff_id) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE staff_id = VALUES(staff_id)',
      [use.memberId, use.step, use.at, use.staffId],
    );
  }
}

describe('the member code', () => {
  const db = usePrivateDatabase();
  const api = useApiApp(db);

  const codeOf = ({ memberId }: TestMember): string => api.get(CurrentMemberCodeRead).of(memberId).code;
  const scan = (code: string, staffId = CLERK): Promise<string> =>
    api.get(UnitOfWork).run((tx) => api.get(MembersDoor).resolveMemberCode(tx, code, staffId));
  const resolver = (uses: CodeUseRepository, unitOfWork: UnitOfWork) => {
    const keys = memberCodeKeys('c'.repeat(64));
    const resolve = new ResolveMemberCode(api.get(RateLimits), new MemberRepository(), uses, keys, api.clock);
    return (code: string, staffId: string) => unitOfWork.run((tx) => resolve.execute(tx, { code, staffId }));
  };

  it('is shown to its member only, with the next steps, and hides the member number', async () => {
    const me = await member(api);
    const { body } = await api.call<{ code: string; validUntil: string; upcoming: { code: string }[] }>(
      'GET',
      '/api/member/me/code',
      { token: me.token },
    );
    expect(body).toMatchObject({ code: expect.stringMatching(/^\d{18}$/), stepSeconds: 30 });
    expect(body.upcoming).toHaveLength(6);
    expect(new Set([body.code, ...body.upcoming.map(({ code }) => code)]).size).toBe(7);
    for (const code of [body.code, ...body.upcoming.map((next) => next.code)]) {
      expect(code).not.toContain(me.memberNo.slice(0, 8));
      expect(code).not.toContain(me.memberId.padStart(8, '0'));
    }
    expect(await scan(body.code)).toBe(me.memberId);
  });

  it('C10 is not taken a second time, nor after its steps have passed', async () => {
    const me = await member(api);
    const code = codeOf(me);
    await scan(code);
    await expect(scan(code)).rejects.toMatchObject({ code: 'MemberCodeUsed' });
    await expect(scan(code, '8')).rejects.toMatchObject({ code: 'MemberCodeUsed' });
    const later = codeOf(me);
    api.clock.advance({ seconds: 90 });
    await expect(scan(later)).rejects.toMatchObject({ code: 'MemberCodeInvalid' });
    expect(await scan(codeOf(me))).toBe(me.memberId);
  });

  it('C10 a code of an earlier step stays used while a newer one is open', async () => {
    const me = await member(api);
    const early = codeOf(me);
    await scan(early);
    api.clock.advance({ seconds: 30 });
    await scan(codeOf(me));
    await expect(scan(early)).rejects.toMatchObject({ code: 'MemberCodeUsed' });
  });

  it('C10 one code at two tills at the same moment opens one of them', async () => {
    const members = await Promise.all(Array.from({ length: 6 }, () => member(api)));
    await provesAbsent<CodeUseRepository>({
      scenario: async (uses) => {
        const tills = [
          resolver(uses, new UnitOfWork(await db.another(6))),
          resolver(uses, new UnitOfWork(await db.another(6))),
        ];
        api.clock.advance({ minutes: 5 });
        const outcomes = await Promise.all(
          members.map(async (me) => {
            const code = codeOf(me);
            const tries = tills.flatMap((till, i) => [till(code, `${100 + i}`), till(code, `${200 + i}`)]);
            return (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled').length;
          }),
        );
        return outcomes.filter((opened) => opened !== 1).map((opened) => `one code opened ${opened} times`);
      },
      sound: () => new CodeUseRepository(),
      broken: () => new LookThenWrite(),
    });
  });

  it('S9 guessing stops after twenty wrong codes, while right ones cost nothing', async () => {
    const me = await member(api);
    for (let i = 0; i < 30; i += 1) {
      api.clock.advance({ seconds: 30 });
      await scan(codeOf(me));
    }
    const guesses = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => scan(`${i}`.padStart(18, '0'))));
    const codes = guesses.map((guess) =>
      guess.status === 'rejected' ? (guess.reason as { code: string }).code : 'opened',
    );
    expect(codes.filter((code) => code === 'MemberCodeInvalid')).toHaveLength(20);
    expect(codes.filter((code) => code === 'TooManyTries')).toHaveLength(20);
  });

  it('a closed account’s code opens nothing', async () => {
    const me = await member(api);
    await api.call('POST', '/api/member/me/closure', {
      token: me.token,
      idempotencyKey: 'closure-0001',
      body: { confirm: true },
    });
    await expect(scan(codeOf(me))).rejects.toMatchObject({ code: 'MemberCodeInvalid' });
  });

  it('forgets uses that can decide nothing any more', async () => {
    const me = await member(api);
    await scan(codeOf(me));
    expect(await api.get(ForgetCodeUses).execute()).toBe(0);
    api.clock.set(addMs(api.clock.now(), 86_400_001));
    expect(await api.get(ForgetCodeUses).execute()).toBe(1);
    expect(await api.get(Reader).query('SELECT * FROM members_code_use')).toEqual([]);
  });
});
