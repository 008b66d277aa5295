import { randomInt } from 'node:crypto';
import { expectStatus, type HttpCaller, httpCaller, newKey } from '../../../apps/stack/src/tour/http';
import { logins, type RunningStack } from '../../support/running-stack';

export interface Person {
  readonly personId: string;
  readonly nickname: string;
}

export interface Shopper extends Person {
  readonly token: string;
  readonly memberNo: string;
}

export const api = (stack: RunningStack): HttpCaller => httpCaller(`${stack.addresses.api}/api`);
export const standIn = (stack: RunningStack): HttpCaller => httpCaller(stack.addresses.standIn);

/** Somebody who has WeChat and has never been here. */
export const somebody = async (stack: RunningStack, nickname: string): Promise<Person> => {
  const phone = `187${String(randomInt(100_000_000)).padStart(8, '0')}`;
  return expectStatus(await standIn(stack)('POST', '/stand-in/people', { body: { nickname, phone } }), 201).body;
};

/** Logged in over HTTP beside the phone, to ask the server what a person's screen must agree with. */
export const logIn = async (stack: RunningStack, { personId }: Person): Promise<string> => {
  const { code } = (await standIn(stack)('POST', '/stand-in/login', { body: { personId } })).body;
  const answer = await api(stack)('POST', '/member/session', { body: { code } });
  return expectStatus(answer, 200, 201).body.tokens.accessToken;
};

/** A member who joined earlier: for stories whose subject is something else. */
export const memberOf = async (stack: RunningStack, nickname: string): Promise<Shopper> => {
  const person = await somebody(stack, nickname);
  const token = await logIn(stack, person);
  const texts = expectStatus(await api(stack)('GET', '/member/consent-texts', { token }), 200).body.items;
  const consents = texts.map((text: { purpose: string; version: number }) => ({
    purpose: text.purpose,
    version: text.version,
    granted: true,
  }));
  const { code } = (await standIn(stack)('POST', '/stand-in/phone', { body: { personId: person.personId } })).body;
  const answer = await api(stack)('POST', '/member/enrolment', { token, body: { phoneCode: code, consents } });
  const { member, tokens } = expectStatus(answer, 200, 201).body;
  return { ...person, token: tokens.accessToken, memberNo: member.memberNo };
};

/** The ready log-in of a role of the console. */
export const loginOf = (stack: RunningStack, wanted: string): { login: string; password: string } => {
  const found = logins(stack).find(({ role }) => role === wanted);
  if (!found?.['login'] || !found['password']) throw new Error(`The ready log-ins hold no ${wanted}.`);
  return { login: found['login'], password: found['password'] };
};

export const ownerLogin = (stack: RunningStack): { login: string; password: string } => loginOf(stack, 'owner');

export const ownerToken = async (stack: RunningStack): Promise<string> =>
  expectStatus(await api(stack)('POST', '/console/session', { body: ownerLogin(stack) }), 200, 201).body.tokens
    .accessToken;

/** ¥8 off ¥40, open for claiming. */
export const openCoupon = async (stack: RunningStack, token: string, name: string): Promise<string> => {
  const body = {
    ...{ name, benefit: { kind: 'cash', amountFen: 800 }, thresholdFen: 4000, stockTotal: 20, perMemberLimit: 1 },
    ...{ validity: { kind: 'days', days: 7 }, stores: null, categories: null, claimFrom: null, claimUntil: null },
  };
  const made = await api(stack)('POST', '/console/coupons/templates', { token, body, key: newKey() });
  const { templateId } = expectStatus(made, 200, 201).body;
  const path = `/console/coupons/templates/${templateId}/status`;
  expectStatus(await api(stack)('POST', path, { token, body: { status: 'active' } }), 200, 201, 204);
  return templateId;
};

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** An event of tomorrow with seats to take. */
export const openEvent = async (stack: RunningStack, token: string, title: string): Promise<string> => {
  const stores = expectStatus(await api(stack)('GET', '/console/stores', { token }), 200).body.items;
  const body = {
    ...{ title, summary: '一席一茶，慢慢喝', body: '跟茶师学一次龙井的冲法。', coverUrl: null },
    ...{ storeId: stores[0].id, place: stores[0].name, startsAt: inHours(24), endsAt: inHours(26) },
    ...{ signUpUntil: inHours(23), seatsTotal: 8 },
  };
  const { id } = expectStatus(await api(stack)('POST', '/console/activities', { token, body }), 200, 201).body;
  const path = `/console/activities/${id}/status`;
  expectStatus(await api(stack)('POST', path, { token, body: { status: 'open' } }), 200, 201, 204);
  return id;
};
