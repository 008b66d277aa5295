import { isSignedBy, openMessage, sealMessage, signatureOf, verifiesPlainPush } from './message-crypt';

// V6: WeChat's own published sample.
const keys = {
  token: 'QDG6eK',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiverId: 'wx5823bf96d3bd56c7',
};
const sealed = {
  signature: '477715d11cdb4164915debcba66cb864d751f3e6',
  timestamp: '1409659813',
  nonce: '1372623149',
  encrypted:
    'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
};
const message = [
  '<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName>',
  '<FromUserName><![CDATA[mycreate]]></FromUserName>',
  '<CreateTime>1409659813</CreateTime>',
  '<MsgType><![CDATA[text]]></MsgType>',
  '<Content><![CDATA[hello]]></Content>',
  '<MsgId>4561255354251345929</MsgId>',
  '<AgentID>218</AgentID>',
  '</xml>',
].join('\n');

describe('WXBizMsgCrypt', () => {
  it('V6 opens the published sample', () => expect(openMessage(keys, sealed)).toBe(message));

  it('V6 seals the sample again, byte by byte', () => {
    const { timestamp, nonce } = sealed;
    expect(sealMessage(keys, message, { timestamp, nonce, random: Buffer.from('0960688932c47ef1') })).toEqual(sealed);
  });

  it('V7 seals Chinese text as WxJava does', () => {
    const other = {
      token: 'pamtest',
      encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
      receiverId: 'wxb11529c136998cb6',
    };
    const parts = { timestamp: '1409304348', nonce: 'xxxxxx', random: Buffer.from('aaaabbbbccccdddd') };
    const made = sealMessage(other, '我是中文abcd123', parts);
    expect(made.encrypted).toBe(
      'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==',
    );
    expect(openMessage(other, made)).toBe('我是中文abcd123');
  });

  it('V12 signs the sorted parts', () => {
    expect(signatureOf('345', '123')).toBe('9f537aeb751ec72605f57f94a2f6dc3e3958e1dd');
    expect(isSignedBy('9f537aeb751ec72605f57f94a2f6dc3e3958e1dd', '123', '345')).toBe(true);
  });

  it('verifies the check of a push address', () => {
    const query = { timestamp: '1714036504', nonce: '1514711492' };
    const signature = signatureOf('AAAAA', query.timestamp, query.nonce);
    expect(verifiesPlainPush({ token: 'AAAAA' }, { ...query, signature })).toBe(true);
    expect(verifiesPlainPush({ token: 'AAAAB' }, { ...query, signature })).toBe(false);
  });

  it.each([
    ['signature', { signature: sealed.signature.replace('4', '5') }],
    ['a signature of another length', { signature: 'short' }],
    ['timestamp', { timestamp: '1409659814' }],
    ['nonce', { nonce: '1372623140' }],
    ['text', { encrypted: sealed.encrypted.replace('Ryp', 'Rzp') }],
  ])('opens nothing when another %s comes with it', (_what, change) =>
    expect(openMessage(keys, { ...sealed, ...change })).toBeNull(),
  );

  it('opens nothing that is addressed to another app', () =>
    expect(openMessage({ ...keys, receiverId: 'wx0000000000000000' }, sealed)).toBeNull());

  it('opens nothing damaged, even when it is signed rightly', () => {
    for (const encrypted of ['', 'AAAA', Buffer.alloc(64, 7).toString('base64')]) {
      const signature = signatureOf(keys.token, '1', '2', encrypted);
      expect(openMessage(keys, { timestamp: '1', nonce: '2', encrypted, signature })).toBeNull();
    }
  });
});
