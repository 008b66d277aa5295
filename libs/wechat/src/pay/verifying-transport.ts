import type { Clock } from '@fanloop/kernel';
import type Pay from 'wechatpay-node-v3';
import { PayFailure } from './pay-failure';
import type { PayHttp, PayRequest } from './pay-http';
import { type KeyOfSerial, whyUnverified } from './signature';

type Service = Parameters<Pay['createHttp']>[0];
/** `data` is the verified JSON of a 2xx; `error` is WeChat's code of anything else. */
export interface PayAnswer {
  readonly status: number;
  readonly data?: unknown;
  readonly error?: string;
}

/**
 * The transport under the package: what it sends is what was signed, and no 2xx answer passes that WeChat did not sign. Answers
 * that are errors carry no signature with WeChat; nothing that gives goods or money away follows from one.
 */
export class VerifyingTransport implements Service {
  constructor(
    private readonly http: PayHttp,
    private readonly keyOf: KeyOfSerial,
    private readonly clock: Clock,
  ) {}

  get(url: string, headers: Record<string, string>): Promise<PayAnswer> {
    return this.exchange({ method: 'GET', url, headers });
  }

  post(url: string, params: Record<string, unknown>, headers: Record<string, string>): Promise<PayAnswer> {
    return this.exchange({ method: 'POST', url, headers, body: JSON.stringify(params) });
  }

  upload(): Promise<never> {
    throw new Error('pictures are not uploaded to WeChat Pay');
  }

  private async exchange(request: PayRequest): Promise<PayAnswer> {
    const response = await this.http.exchange(request);
    if (response.status < 200 || response.status >= 300)
      return { status: response.status, error: codeOf(response.body) };
    const why = await whyUnverified(response, this.keyOf, this.clock.now());
    if (why) throw new PayFailure('answer', null, `it is not WeChat's: ${why}`);
    return {
      status: response.status,
      data: response.body.length === 0 ? {} : JSON.parse(response.body.toString('utf8')),
    };
  }
}

const codeOf = (body: Buffer): string => {
  try {
    const { code } = JSON.parse(body.toString('utf8')) as { code?: unknown };
    return typeof code === 'string' && /^[A-Z_]{1,64}$/.test(code) ? code : 'UNREADABLE';
  } catch {
    return 'UNREADABLE';
  }
};
