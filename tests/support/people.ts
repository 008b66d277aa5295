import { randomInt } from 'node:crypto';
import { systemActor } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { AddStaff, ImportStores, InviteStaff, type Role, type Store, type StoreFields } from '@fanloop/organization';
import type { ApiApp } from './api-app';

const TEST = systemActor('test');

/** Somebody who has WeChat. */
export interface WechatPerson {
  readonly personId: string;
  readonly nickname: string;
  readonly phone: string;
}

export const somePhone = (): string => `139${String(randomInt(100_000_000)).padStart(8, '0')}`;

const standIn = async <T>(api: ApiApp, path: string, body: object): Promise<T> => {
  const answer = await fetch(`${api.standInUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as T;
};

export const wechatPerson = (api: ApiApp, given: Partial<WechatPerson> = {}): Promise<WechatPerson> =>
  standIn(api, '/stand-in/people', { nickname: '小叶', phone: somePhone(), ...given });

/** A code as wx.login gives it. */
export const logInCode = async (api: ApiApp, person: WechatPerson): Promise<string> =>
  (await standIn<{ code: string }>(api, '/stand-in/login', { personId: person.personId })).code;

/** A code as the phone number button gives it. */
export const phoneCode = async (api: ApiApp, person: WechatPerson): Promise<string> =>
  (await standIn<{ code: string }>(api, '/stand-in/phone', { personId: person.personId })).code;

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Logged in silently: a visitor, or whoever this person has become. */
export const visitor = async (api: ApiApp, person: WechatPerson): Promise<Tokens> => {
  const answer = await api.call<{ tokens: Tokens }>('POST', '/api/member/session', {
    body: { code: await logInCode(api, person) },
  });
  if (answer.status !== 201) throw new Error(`log-in failed: ${JSON.stringify(answer.body)}`);
  return answer.body.tokens;
};

export const REQUIRED_CONSENT = [{ purpose: 'membership', version: 1, granted: true }] as const;

export interface TestMember {
  readonly person: WechatPerson;
  readonly token: string;
  readonly refreshToken: string;
  readonly memberId: string;
  readonly memberNo: string;
}

/** A member who enrolled through the mini-program's own routes. */
export const member = async (api: ApiApp, given: Partial<WechatPerson> = {}): Promise<TestMember> => {
  const person = await wechatPerson(api, given);
  const { accessToken } = await visitor(api, person);
  const answer = await api.call<{ member: { memberNo: string }; tokens: Tokens }>('POST', '/api/member/enrolment', {
    token: accessToken,
    body: { phoneCode: await phoneCode(api, person), consents: REQUIRED_CONSENT },
  });
  if (answer.status !== 201) throw new Error(`enrolment failed: ${JSON.stringify(answer.body)}`);
  const { memberNo } = answer.body.member;
  const memberId = (await api.get(MembersDoor).findByNumber([memberNo])).get(memberNo)!;
  const { accessToken: token, refreshToken } = answer.body.tokens;
  return { person, token, refreshToken, memberId, memberNo };
};

export const store = async (api: ApiApp, given: Partial<StoreFields> = {}): Promise<Store> => {
  const code = given.code ?? `T-${randomInt(1_000_000)}`;
  const fields: StoreFields = {
    name: `${code} 店`,
    address: '测试路 1 号',
    lat: 31.23,
    lng: 121.47,
    zone: 'Asia/Shanghai',
    openHours: '10:00–22:00',
    phone: null,
    photoUrl: null,
    ...given,
    code,
  };
  return (await api.get(ImportStores).execute({ actor: TEST, stores: [fields] })).get(code)!;
};

export const PASSWORD = 'a long test password';

export interface TestStaff extends Tokens {
  readonly staffId: string;
  readonly login: string;
  readonly token: string;
}

/** Staff with a console session. */
export const staff = async (api: ApiApp, role: Role, storeIds: readonly string[] = []): Promise<TestStaff> => {
  const login = `staff-${randomInt(1_000_000_000)}`;
  const added = { actor: TEST, name: `${role} ${login}`, role, storeIds, login, password: PASSWORD };
  const { staffId } = await api.get(AddStaff).execute(added);
  const answer = await api.call<{ tokens: Tokens }>('POST', '/api/console/session', {
    body: { login, password: PASSWORD },
  });
  if (answer.status !== 201) throw new Error(`log-in failed: ${JSON.stringify(answer.body)}`);
  return { staffId, login, token: answer.body.tokens.accessToken, ...answer.body.tokens };
};

/** A clerk with a mini-program session, bound by an invitation. */
export const clerk = async (
  api: ApiApp,
  storeIds: readonly string[],
  role: Role = 'clerk',
): Promise<{ staffId: string; token: string; refreshToken: string; person: WechatPerson }> => {
  const { staffId } = await api.get(AddStaff).execute({ actor: TEST, name: '店员', role, storeIds, login: null });
  const { code } = await api.get(InviteStaff).execute({ actor: TEST, staffId });
  const person = await wechatPerson(api);
  const { accessToken: token, refreshToken } = await visitor(api, person);
  const answer = await api.call('POST', '/api/clerk/binding', { token, body: { invitationCode: code } });
  if (answer.status !== 201) throw new Error(`binding failed: ${JSON.stringify(answer.body)}`);
  return { staffId, token, refreshToken, person };
};
