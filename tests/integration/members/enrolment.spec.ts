import { MembersDoor } from '@fanloop/members';
import { UnitOfWork } from '@fanloop/platform';
import { useApiApp } from '../../support/api-app';
import { member, phoneCode, REQUIRED_CONSENT, somePhone, visitor, wechatPerson } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';

describe('from visitor to member', () => {
  const db = usePrivateDatabase();
  const api = useApiApp(db);

  const callsOfPhoneInterface = async (): Promise<number> => {
    const answer = await fetch(`${api.standInUrl}/stand-in/calls?path=/wxa/business/getuserphonenumber`);
    return ((await answer.json()) as { items: unknown[] }).items.length;
  };

  it('logs in silently, reads the texts, enrols, and is the same member at the next log-in', async () => {
    const person = await wechatPerson(api, { nickname: '小禾' });
    const { accessToken: token } = await visitor(api, person);
    expect(await api.call('GET', '/api/member/me', { token })).toMatchObject({
      status: 403,
      body: { code: 'NotEnrolled' },
    });

    const texts = await api.call<{ items: { purpose: string; required: boolean }[] }>(
      'GET',
      '/api/member/consent-texts',
      {
        token,
      },
    );
    expect(texts.body.items.map(({ purpose, required }) => [purpose, required])).toEqual([
      ['membership', true],
      ['marketing', false],
      ['profiling', false],
    ]);

    const enrolled = await api.call('POST', '/api/member/enrolment', {
      token,
      body: { phoneCode: await phoneCode(api, person), consents: REQUIRED_CONSENT },
    });
    expect(enrolled).toMatchObject({
      status: 201,
      body: {
        member: {
          memberNo: expect.stringMatching(/^\d{12}$/),
          phoneMasked: `139****${person.phone.slice(-4)}`,
          birthday: null,
          status: 'active',
          consents: [{ purpose: 'membership', version: 1, granted: true }],
        },
      },
    });

    const again = await visitor(api, person);
    const me = await api.call('GET', '/api/member/me', { token: again.accessToken });
    expect(me.body).toEqual((enrolled.body as { member: unknown }).member);
    expect(await db.query("SELECT name FROM platform_outbox WHERE name LIKE 'members.%'")).toEqual([
      { name: 'members.member-enrolled.v1' },
    ]);
  });

  it('the session that enrolled is the member’s from its next request on', async () => {
    const person = await wechatPerson(api);
    const { accessToken: token } = await visitor(api, person);
    const body = { phoneCode: await phoneCode(api, person), consents: REQUIRED_CONSENT };
    await api.call('POST', '/api/member/enrolment', { token, body });
    expect((await api.call('GET', '/api/member/me', { token })).status).toBe(200);
  });

  it('asks for no phone number before the required consent is given', async () => {
    const person = await wechatPerson(api);
    const { accessToken: token } = await visitor(api, person);
    const before = await callsOfPhoneInterface();
    const code = await phoneCode(api, person);
    for (const [consents, refusal] of [
      [[], 'ConsentRequired'],
      [[{ purpose: 'membership', version: 1, granted: false }], 'ConsentRequired'],
      [[{ purpose: 'marketing', version: 1, granted: true }], 'ConsentRequired'],
      [[{ purpose: 'membership', version: 7, granted: true }], 'ConsentOutdated'],
    ] as const)
      expect(
        await api.call('POST', '/api/member/enrolment', { token, body: { phoneCode: code, consents } }),
      ).toMatchObject({ body: { code: refusal } });
    expect(await callsOfPhoneInterface()).toBe(before);
    expect(await db.query("SELECT id FROM members_identity WHERE kind = 'phone'")).toEqual([]);
    expect(await db.query('SELECT id FROM members_member')).toEqual([]);
  });

  it('two WeChat accounts with one phone are one member', async () => {
    const phone = somePhone();
    const first = await member(api, { phone });
    const second = await member(api, { phone });
    expect(second.memberId).toBe(first.memberId);
  });

  it('an imported member with that phone is joined, and keeps number and date', async () => {
    const phone = somePhone();
    const row = {
      externalKey: 'card-1',
      kind: 'pos-card',
      nickname: '老顾客',
      phone,
      joinedAt: new Date('2024-03-01T02:00:00Z'),
    };
    const [imported] = await api.get(UnitOfWork).run((tx) => api.get(MembersDoor).importMany(tx, [row]));
    const enrolled = await member(api, { phone });
    expect(enrolled.memberId).toBe(imported);
    const me = await api.call('GET', '/api/member/me', { token: enrolled.token });
    expect(me.body).toMatchObject({ nickname: '老顾客', joinedAt: '2024-03-01T02:00:00.000Z' });
  });

  it('a phone code works once, and a wrong one tells nothing', async () => {
    const person = await wechatPerson(api);
    const { accessToken: token } = await visitor(api, person);
    const enrol = (code: string) =>
      api.call('POST', '/api/member/enrolment', { token, body: { phoneCode: code, consents: REQUIRED_CONSENT } });
    expect(await enrol('made-up')).toMatchObject({ status: 400, body: { code: 'PhoneCodeInvalid' } });
  });

  it('keeps the birthday as it was first set, and tells the others once', async () => {
    const { token } = await member(api);
    const set = (birthday: string) => api.call('PUT', '/api/member/me', { token, body: { birthday } });
    expect(await set('1990-11-23')).toMatchObject({ status: 200, body: { birthday: '1990-11-23' } });
    expect(await set('1990-11-24')).toMatchObject({ status: 409, body: { code: 'BirthdayFixed' } });
    expect(await set('1990-11-23')).toMatchObject({ status: 200 });
    expect(
      await db.query("SELECT payload FROM platform_outbox WHERE name = 'members.profile-completed.v1'"),
    ).toHaveLength(1);
  });

  it('gives and withdraws an optional consent, and keeps the log', async () => {
    const { token } = await member(api);
    const choose = (granted: boolean, purpose = 'marketing') =>
      api.call('PUT', '/api/member/me/consents', { token, body: { purpose, version: 1, granted } });
    await choose(true);
    await choose(true);
    expect((await choose(false)).body).toMatchObject({
      consents: [{ purpose: 'membership' }, { purpose: 'marketing', granted: false }],
    });
    expect(await choose(false, 'membership')).toMatchObject({ body: { code: 'MembershipNeedsConsent' } });
    expect(await db.query("SELECT granted FROM members_consent WHERE purpose = 'marketing' ORDER BY id")).toEqual([
      { granted: 1 },
      { granted: 0 },
    ]);
  });
});
