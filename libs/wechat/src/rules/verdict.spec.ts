import { verdictOf } from './verdict';

const seen = (...[api, errcode]: Parameters<typeof verdictOf>): string => {
  const verdict = verdictOf(api, errcode);
  return verdict.kind === 'refusal' ? verdict.refusal.code : verdict.kind;
};

describe('what an error code of WeChat means', () => {
  it.each([
    ['code2Session', 0, 'ok'],
    ['code2Session', 40029, 'LoginCodeInvalid'],
    ['code2Session', 40163, 'LoginCodeInvalid'],
    ['code2Session', 40226, 'WechatAccountAtRisk'],
    ['code2Session', 45011, 'WechatTooOften'],
    ['code2Session', 40013, 'failure'],
    ['getPhoneNumber', 40029, 'PhoneCodeInvalid'],
    ['getPhoneNumber', 40163, 'failure'],
    ['getPhoneNumber', -1, 'WechatBusy'],
    ['getUnlimitedQRCode', 45009, 'WechatBusy'],
    ['getUnlimitedQRCode', 41030, 'failure'],
    ['msgSecCheck', 61010, 'VisitTooLongAgo'],
    ['msgSecCheck', 87014, 'failure'],
  ] as const)('%s answering %i is %s', (api, errcode, meaning) => expect(seen(api, errcode)).toBe(meaning));

  it.each([40001, 40014, 42001])('%i asks for another token, except of the call that fetches tokens', (errcode) => {
    expect(seen('getPhoneNumber', errcode)).toBe('token-refused');
    expect(seen('stable_token', errcode)).toBe('failure');
  });
});
