import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { isPage, isScene } from '../rules/scene';
import { LONGEST_TEXT, readVerdict, SCENE_OF_PLACE, type TextPlace, type TextVerdict } from '../rules/text-check';
import { AccessTokens } from './access-tokens';
import { WechatFailure } from './wechat-failure';
import { type Json, type WechatAnswer, WechatHttp, type WechatRequest } from './wechat-http';
import { WECHAT_OPTIONS, type WechatOptions } from './wechat-options';

export interface WechatSession {
  readonly openid: string;
  /** Same person across the brand's apps; null when the mini-program is bound to no Open Platform account. */
  readonly unionid: string | null;
  /** Opens encrypted client data. A secret: it stays on the server. */
  readonly sessionKey: string;
}

export interface PhoneNumber {
  /** With the country's prefix where WeChat writes one. */
  readonly phoneNumber: string;
  readonly purePhoneNumber: string;
  /** '86'. */
  readonly countryCode: string;
}

export interface CodePicture {
  readonly bytes: Buffer;
  readonly contentType: string;
}

export interface CodeRequest {
  /** At most 32 characters of WeChat's set. */
  readonly scene: string;
  /** pages/join/index: no leading slash, no query. */
  readonly page: string;
  /** 280 to 1280; default 430. */
  readonly widthPx?: number;
  /** False allows a page that is not in the released version yet. */
  readonly pageMustBeReleased?: boolean;
}

/** The mini-program's server interface. Refusals are for users; a `WechatFailure` is for operators. */
@Injectable()
export class MiniProgramGateway {
  constructor(
    private readonly http: WechatHttp,
    private readonly tokens: AccessTokens,
    @Inject(WECHAT_OPTIONS) private readonly options: WechatOptions,
  ) {}

  /** Who a wx.login code stands for. One use, five minutes. Refuses LoginCodeInvalid, WechatAccountAtRisk, WechatTooOften, WechatBusy. */
  async code2Session(code: string): Promise<WechatSession> {
    if (code === '') throw refuse('LoginCodeInvalid');
    const { appId, appSecret } = this.options;
    const query = { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' };
    const fields = jsonOf(
      'code2Session',
      await this.http.call({ api: 'code2Session', path: '/sns/jscode2session', query }),
    );
    return {
      openid: required('code2Session', fields.openid),
      unionid: typeof fields.unionid === 'string' ? fields.unionid : null,
      sessionKey: required('code2Session', fields.session_key),
    };
  }

  /** The number behind a phone-button code (not a log-in code). One use, five minutes. Refuses PhoneCodeInvalid, WechatBusy. */
  async phoneNumber(code: string): Promise<PhoneNumber> {
    if (code === '') throw refuse('PhoneCodeInvalid');
    const api = 'getPhoneNumber';
    const answer = await this.withToken({ api, path: '/wxa/business/getuserphonenumber', body: { code } });
    const info = (jsonOf(api, answer).phone_info ?? {}) as Json;
    const watermark = info.watermark as { appid?: unknown } | undefined;
    if (watermark?.appid !== this.options.appId) throw new WechatFailure(api, null, 'the number is of another app');
    return {
      phoneNumber: required(api, info.phoneNumber),
      purePhoneNumber: required(api, info.purePhoneNumber),
      // Documented as text, seen as a number.
      countryCode: String(info.countryCode ?? '86'),
    };
  }

  /** The picture of a code that opens a page with a scene. Throws RangeError for a scene or page that WeChat would not take. */
  async unlimitedQrCode({ scene, page, widthPx = 430, pageMustBeReleased = true }: CodeRequest): Promise<CodePicture> {
    if (!isScene(scene)) throw new RangeError('a scene has 1 to 32 characters of WeChat’s set');
    if (!isPage(page)) throw new RangeError('a page has no leading slash and no query');
    const api = 'getUnlimitedQRCode';
    const body = { scene, page, width: widthPx, check_path: pageMustBeReleased };
    const answer = await this.withToken({ api, path: '/wxa/getwxacodeunlimit', body });
    if (answer.kind !== 'picture') throw new WechatFailure(api, null, 'the answer is no picture');
    return { bytes: answer.bytes, contentType: answer.contentType };
  }

  /** What WeChat thinks of a text that others will see. Refuses TextTooLong, VisitTooLongAgo, WechatBusy. */
  async checkText(check: {
    readonly openid: string;
    readonly scene: TextPlace;
    readonly text: string;
  }): Promise<TextVerdict> {
    if (check.text.trim() === '') return { suggest: 'pass', label: 100 };
    if (check.text.length > LONGEST_TEXT) throw refuse('TextTooLong', { limit: LONGEST_TEXT });
    const api = 'msgSecCheck';
    const body = { version: 2, openid: check.openid, scene: SCENE_OF_PLACE[check.scene], content: check.text };
    const verdict = readVerdict(jsonOf(api, await this.withToken({ api, path: '/wxa/msg_sec_check', body })));
    if (!verdict) throw new WechatFailure(api, null, 'the answer holds no verdict');
    return verdict;
  }

  /** Asks with the shared token; when WeChat refuses it, once more with a newer one. */
  private async withToken(request: WechatRequest): Promise<WechatAnswer> {
    const token = await this.tokens.usable();
    const answer = await this.http.call({ ...request, query: { access_token: token.token } });
    if (answer.kind !== 'token-refused') return answer;
    const newer = await this.tokens.after(token);
    return this.http.call({ ...request, query: { access_token: newer.token } });
  }
}

const jsonOf = (api: WechatRequest['api'], answer: WechatAnswer): Json => {
  if (answer.kind === 'json') return answer.fields;
  if (answer.kind === 'token-refused')
    throw new WechatFailure(api, answer.errcode, 'a fresh token was refused as well');
  throw new WechatFailure(api, null, 'a picture where fields were expected');
};

const required = (api: WechatRequest['api'], value: unknown): string => {
  if (typeof value !== 'string' || value === '') throw new WechatFailure(api, null, 'a field is missing');
  return value;
};
