import { createPublicKey } from 'node:crypto';
import { openNotification } from './pay-notification';
import { openAead, openResource } from './sealed-resource';
import { isSignature, type SignedMessage, whyUnverified } from './signature';

/** Published by WeChat's own Go library and by the .NET library of fudiwei: see wechat.md §9, V1 to V4. */
const PUBLIC_KEY = createPublicKey({
  key: Buffer.from(
    `MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA2VCTd91fnUn73Xy9DLvt/V62TVxRTEEstVdeRaZ3B3leO0pldE806mXO4RwdHXagHQ4vGeZN0yqm++rDsGK+U3AH7kejyD2pXshNP9Cq5YwbptiLGtjcquw4HNxJQUOmDeJf2vg6byms9RUipiq4SzbJKqJFlUpbuIPDpSpWz10PYmyCNeDGUUK65E5h2B834uxl1zNLYQCrkdBzb8oUxwYeP5a2DNxmjL5lsJML7DGr5znsevnoqGRwTm9fxCGfy8wus7hwKz6clt3Whmmda7UAdb1c08hEQFVRbF14AR73xbnd8N0obCWJPCbzMCtkaSef4FdEEgEXJiw0VAJT8wIDAQAB`,
    'base64',
  ),
  format: 'der',
  type: 'spki',
});
const SERIAL = 'D7CE59D1F522D701';
const V2_BODY = `{"id":"3119dfba-e649-5eec-ab1e-3412bc4d2e17","create_time":"2021-06-24T16:37:26+08:00","resource_type":"encrypt-resource","event_type":"PAYSCORE.USER_OPEN_SERVICE","summary":"签约成功","resource":{"original_type":"payscore","algorithm":"AEAD_AES_256_GCM","ciphertext":"YDS3lKPaC4Y52Gf3uhft5qUBlIa8b428AWTtTauHQfQrRw+X1WpiuHIDy0vo1Vd6VEq67aVyqPdDYMkRVSDaZL3iZttevRMOoPKMifozg6XPWjIZumks/GpT48lI4NizyeaqLBokNebthah3o1H76qSlO9NkDjp9bzmKLEYYH9TEklFUpsvPqOTOcgSLgh21YJXYR7dEBXFgRLiNIKRgO5JdXh1hccRUAlyVWxE54PXpnQ==","associated_data":"payscore","nonce":"Kj7QIyUiYx1q"}}`;
const V2_SIGNATURE =
  'tJHIiIS9eB2hAYstmAmbbD3ZE5LiIm/Ug5tuL4fC0YOFRWIHV39UFIZXC0e9Wl6lBu6sKvkqDkzpqzBsVHyXFlbYZTOQrVdG4b6LfTnK4mikv9++ixJMd3vTf2yCqvBkh98zs3Ds5zsYQakzbcwhmw4fMJs4nPLws28H0UW9FjDR//rxELLwXvV1VEA1IBLX70xptjL8hrfUjEE8kkry6yNJTHZRU8CAc7qHli2Ng1V1qb9ARbK8A3ThmFmPQvRGrapI/jS2laKKgYUmfdEdkNO6B2Cke5e8VTxY406ArAmQ90GAihDwIcb16TQMnzCMBoutnwZKNiKRACrFmtxw2Q==';
const V4_CIPHERTEXT = 'bUGHWv7V1+rMtfIx4pIhD95i3J72AK+K1I0vsxBNWAUq8JLjUJ1iSY79kdqp2LCDe4IuOpPxXC0=';
const V4_KEY = 'b302fd4719dd26523d555e6fe392b91a';
const SENT_AT = 1_624_523_846;

const at = (seconds: number): Date => new Date((SENT_AT + seconds) * 1000);
const keyOf = (serial: string) => Promise.resolve(serial === SERIAL ? PUBLIC_KEY : null);

const notification = (change: Record<string, string | null> = {}, body = V2_BODY): SignedMessage => {
  const headers: Record<string, string | null> = {
    'wechatpay-nonce': 'EcZ9Cmy4Xyx1i6RlJQzLcCyEqDa26NBz',
    'wechatpay-timestamp': String(SENT_AT),
    'wechatpay-serial': SERIAL,
    'wechatpay-signature': V2_SIGNATURE,
    ...change,
  };
  return { header: (name) => headers[name], body: Buffer.from(body) };
};

const V1_SIGNATURE =
  'BKyAfU4iMCuvXMXS0Wzam3V/cnxZ+JaqigPM5OhljS2iOT95OO6Fsuml2JkFANJU9K6q9bLlDhPXuoVz+pp4hAm6pHU4ld815U4jsKu1RkyaII+1CYBUYC8TK0XtJ8FwUXXz8vZHh58rrAVN1XwNyvD1vfpxrMT4SL536GLwvpUHlCqIMzoZUguLli/K8V29QiOhuH6IEqLNJn8e9b3nwNcQ7be3CzYGpDAKBfDGPCqCv8Rw5zndhlffk2FEA70G4hvMwe51qMN/RAJbknXG23bSlObuTCN7Ndj1aJGH6/L+hdwfLpUtJm4QYVazzW7DFD27EpSQEqA8bX9+8m1rLg==';

describe('the published test vectors of WeChat Pay', () => {
  it('V1 the signature of a message, and of no other', () => {
    expect(isSignature(PUBLIC_KEY, ['source'], V1_SIGNATURE)).toBe(true);
    expect(isSignature(PUBLIC_KEY, ['sou', Buffer.from('rce')], V1_SIGNATURE)).toBe(true);
    expect(isSignature(PUBLIC_KEY, ['source\n'], V1_SIGNATURE)).toBe(false);
    expect(isSignature(PUBLIC_KEY, ['source'], V2_SIGNATURE)).toBe(false);
  });

  it('V2 a notification is verified by its raw bytes', async () => {
    expect(await whyUnverified(notification(), keyOf, at(0))).toBeNull();
    expect(await whyUnverified(notification({}, V2_BODY.replace('签约成功', '签约失败')), keyOf, at(0))).toBe(
      'signature-wrong',
    );
    // The same JSON written anew is another message.
    const rewritten = JSON.stringify(JSON.parse(V2_BODY), null, 1);
    expect(await whyUnverified(notification({}, rewritten), keyOf, at(0))).toBe('signature-wrong');
  });

  it.each([
    [300, null],
    [301, 'out-of-time'],
    [-300, null],
    [-301, 'out-of-time'],
  ])('V2 looked at %i s after it was signed: %s', async (seconds, why) => {
    expect(await whyUnverified(notification(), keyOf, at(seconds))).toBe(why);
  });

  it.each([
    [{ 'wechatpay-signature': null }, 'header-missing'],
    [{ 'wechatpay-serial': '' }, 'header-missing'],
    [{ 'wechatpay-nonce': null }, 'header-missing'],
    [{ 'wechatpay-timestamp': null }, 'header-missing'],
    [{ 'wechatpay-timestamp': '1624523846.0' }, 'timestamp-invalid'],
    [{ 'wechatpay-timestamp': '-1' }, 'timestamp-invalid'],
    [{ 'wechatpay-timestamp': String(SENT_AT + 1) }, 'signature-wrong'],
    [{ 'wechatpay-serial': 'F5765756002FDD77' }, 'serial-unknown'],
    [{ 'wechatpay-nonce': 'another' }, 'signature-wrong'],
    [{ 'wechatpay-signature': `WECHATPAY/SIGNTEST/${V2_SIGNATURE}` }, 'signature-wrong'],
    [{ 'wechatpay-signature': 'no base64 !' }, 'signature-wrong'],
  ])('V2 with the headers changed to %j: %s', async (change, why) => {
    expect(await whyUnverified(notification(change), keyOf, at(0))).toBe(why);
  });

  it('V2 its inside was sealed with a key of 16 bytes: the cipher is right, and for our key of 32 it stays shut', () => {
    const { resource } = JSON.parse(V2_BODY) as { resource: { ciphertext: string; nonce: string } };
    const bytes = Buffer.from(resource.ciphertext, 'base64');
    const open = { nonce: resource.nonce, associatedData: 'payscore' };
    expect(JSON.parse(String(openAead('aes-128-gcm', 'testMchAPIv3Key0', open, bytes)))).toEqual({
      mchid: '1234567890',
      appid: '054aa7d7a2a54ab5898df65bd96f001c',
      create_time: '2020-06-30T12:12:00+08:00',
      out_contract_code: '21640bdbd08e473e828f3206a2741c6e',
    });
    expect(openNotification(V4_KEY, Buffer.from(V2_BODY))).toBeNull();
  });

  it('V3 AES-128-GCM', () => {
    const open = { nonce: 'wCq51qZv4Yfg', associatedData: 'Dl56FrqWQJF1t9LtC3vEUsniZKvbqdR8' };
    const bytes = Buffer.from('FsdXzxryWfKwvLJKf8LG/ToRPTRh8RN9wROC', 'base64');
    expect(String(openAead('aes-128-gcm', 'testAPIv3Key0000', open, bytes))).toBe('Hello World');
  });

  const v4 = {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: V4_CIPHERTEXT,
    nonce: 'b302fd4719dd',
    associatedData: '26523d555e6fe392b91a',
  };

  it('V4 AES-256-GCM', () => {
    expect(String(openResource(V4_KEY, v4))).toBe('Awesome SKIT.FlurlHttpClient.Wechat.Api!');
  });

  it('V4 no bit of content, tag or associated data may be changed, nor the key (the package checks none of these)', () => {
    const bytes = Buffer.from(V4_CIPHERTEXT, 'base64');
    const { length } = bytes;
    for (let i = 0; i < length; i += 1) {
      const changed = Buffer.from(bytes);
      changed[i]! ^= 1;
      expect(openResource(V4_KEY, { ...v4, ciphertext: changed.toString('base64') })).toBeNull();
    }
    expect(openResource(V4_KEY, { ...v4, associatedData: '' })).toBeNull();
    expect(openResource(V4_KEY, { ...v4, nonce: 'b302fd4719de' })).toBeNull();
    expect(openResource(V4_KEY, { ...v4, nonce: 'short' })).toBeNull();
    expect(openResource(V4_KEY, { ...v4, algorithm: 'AEAD_SM4_GCM' })).toBeNull();
    expect(openResource(V4_KEY, { ...v4, ciphertext: '' })).toBeNull();
    expect(openResource('b302fd4719dd26523d555e6fe392b91b', v4)).toBeNull();
  });
});
