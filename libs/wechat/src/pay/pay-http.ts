import { Logger } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import type { PayOptions } from './pay-options';
import type { SignedMessage } from './signature';
import { OFFICIAL } from './signed-pay';

export interface PayRequest {
  readonly method: 'GET' | 'POST';
  /** As the package writes it: the official address and what follows. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Byte for byte what was signed. */
  readonly body?: string;
}

export interface PayResponse extends SignedMessage {
  readonly status: number;
}

const DEFAULT_TIMEOUT_MS = 5000;

/** One call of WeChat Pay. It logs the path's first parts and the status: no query, no body, no header. */
export class PayHttp {
  private readonly logger = new Logger('WeChat Pay');

  constructor(private readonly options: PayOptions) {}

  /** Refuses WechatBusy where the outcome is unknown: no connection, no answer in time, 429, 5xx. */
  async exchange(request: PayRequest): Promise<PayResponse> {
    const { publicKey } = this.options;
    // In public-key mode WeChat signs its answer with the key that the request names.
    const asked: Record<string, string> = publicKey ? { 'wechatpay-serial': publicKey.id } : {};
    const path = request.url.slice(OFFICIAL.length);
    if (!request.url.startsWith(`${OFFICIAL}/`)) throw new Error('not an address of WeChat Pay');
    const response = await this.send(path, { ...request, headers: { ...request.headers, ...asked } });
    if (response.status >= 500 || response.status === 429) return this.busy(path, `HTTP ${response.status}`);
    return response;
  }

  private async send(path: string, { method, headers, body }: PayRequest): Promise<PayResponse> {
    try {
      const signal = AbortSignal.timeout(this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
      const url = `${this.options.baseUrl.replace(/\/+$/, '')}${path}`;
      const response = await fetch(url, { method, headers, body, signal, redirect: 'error' });
      const bytes = Buffer.from(await response.arrayBuffer());
      return { status: response.status, body: bytes, header: (name) => response.headers.get(name) };
    } catch (error) {
      const timedOut = (error as { name?: unknown } | null)?.name === 'TimeoutError';
      return this.busy(path, timedOut ? 'no answer in time' : 'no connection');
    }
  }

  private busy(path: string, why: string): never {
    this.logger.warn(`${path.split(/[/?]/).slice(1, 4).join('/')}: ${why}`);
    throw refuse('WechatBusy');
  }
}
