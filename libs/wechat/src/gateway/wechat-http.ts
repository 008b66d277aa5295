import { Inject, Injectable, Logger } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { verdictOf, type WechatApi } from '../rules/verdict';
import { WechatFailure } from './wechat-failure';
import { timeoutOf, WECHAT_OPTIONS, type WechatOptions } from './wechat-options';

export type Json = Readonly<Record<string, unknown>>;

export interface WechatRequest {
  readonly api: WechatApi;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** With a body it is a POST. */
  readonly body?: Json;
}

export type WechatAnswer =
  | { readonly kind: 'json'; readonly fields: Json }
  | { readonly kind: 'picture'; readonly bytes: Buffer; readonly contentType: string }
  | { readonly kind: 'token-refused'; readonly errcode: number };

/** One call of WeChat: what it answers, as a value, a refusal or a failure. It never logs queries or bodies. */
@Injectable()
export class WechatHttp {
  private readonly logger = new Logger('WeChat');

  constructor(@Inject(WECHAT_OPTIONS) private readonly options: WechatOptions) {}

  async call(request: WechatRequest): Promise<WechatAnswer> {
    const { response, bytes } = await this.exchange(request);
    if (response.status >= 500 || response.status === 429) return this.busy(request.api, `HTTP ${response.status}`);
    if (response.status !== 200) throw new WechatFailure(request.api, null, `HTTP ${response.status}`);
    const contentType = response.headers.get('content-type') ?? '';
    if (contentType.startsWith('image/')) return { kind: 'picture', bytes, contentType };
    return this.judge(request.api, fieldsOf(request.api, bytes));
  }

  private judge(api: WechatApi, fields: Json): WechatAnswer {
    // Successful answers of the token and log-in calls carry no errcode.
    const errcode = Number(fields.errcode ?? 0);
    const verdict = verdictOf(api, errcode);
    if (verdict.kind === 'ok') return { kind: 'json', fields };
    this.logger.warn(`${api} answered ${errcode}, ${requestIdOf(fields)}`);
    if (verdict.kind === 'token-refused') return { kind: 'token-refused', errcode };
    if (verdict.kind === 'refusal') throw verdict.refusal;
    throw new WechatFailure(api, errcode, `errcode ${errcode}, ${requestIdOf(fields)}`);
  }

  private async exchange({ api, path, query, body }: WechatRequest): Promise<{ response: Response; bytes: Buffer }> {
    const url = new URL(path, this.options.baseUrl);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    const post = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
    };
    try {
      const signal = AbortSignal.timeout(timeoutOf(this.options));
      const response = await fetch(url, { ...post, signal, redirect: 'error' });
      return { response, bytes: Buffer.from(await response.arrayBuffer()) };
    } catch (error) {
      // The error's text may hold the address with its query (secret, code, token): only its kind is told.
      const timedOut = (error as { name?: unknown } | null)?.name === 'TimeoutError';
      return this.busy(api, timedOut ? 'no answer in time' : 'no connection');
    }
  }

  private busy(api: WechatApi, why: string): never {
    this.logger.warn(`${api}: ${why}`);
    throw refuse('WechatBusy');
  }
}

const fieldsOf = (api: WechatApi, bytes: Buffer): Json => {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Json;
  } catch {
    // Falls through to the failure: the body itself is not told, it may hold personal data.
  }
  throw new WechatFailure(api, null, 'the answer cannot be read');
};

/** WeChat's support asks for this id; the rest of errmsg is not told. */
const requestIdOf = (fields: Json): string => /rid: [0-9a-f-]+/.exec(String(fields.errmsg ?? ''))?.[0] ?? 'no rid';
