import { randomBytes } from 'node:crypto';
import type { Clock } from '@fanloop/kernel';
import Pay from 'wechatpay-node-v3';
import type { PayOptions } from './pay-options';

/** The package writes this address into every call and signs what follows it; our transport puts another before it. */
export const OFFICIAL = 'https://api.mch.weixin.qq.com';
/** WeChat may refuse a call without one. */
const USER_AGENT = 'fanloop';

/** What the mini-program hands to wx.requestPayment, and the app id that is in the signed text. */
export interface PayParameters {
  readonly appId: string;
  /** Seconds since 1970, as text. */
  readonly timeStamp: string;
  readonly nonceStr: string;
  /** prepay_id=… */
  readonly package: string;
  readonly signType: 'RSA';
  readonly paySign: string;
}

/**
 * The package `wechatpay-node-v3`, as far as it is trusted: it builds and signs requests. Its own nonce is Math.random's and
 * its clock the machine's, so both come from here; its transport, verification and decryption are never used.
 */
export class SignedPay extends Pay {
  constructor(
    private readonly options: PayOptions,
    private readonly clock: Clock,
  ) {
    super({
      appid: options.appId,
      mchid: options.merchantId,
      serial_no: options.merchantSerial,
      // Demanded, but read only where no serial is given.
      publicKey: Buffer.alloc(1),
      privateKey: Buffer.from(options.merchantKeyPem),
      userAgent: USER_AGENT,
    });
  }

  /** The headers of a GET that the package knows no method for. */
  headersOfGet(url: string): Record<string, string> {
    return this.getHeaders(this.buildAuthorization('GET', url));
  }

  /** Fresh parameters for one attempt to pay: a prepay id may be signed as often as somebody taps. */
  parametersFor(prepayId: string): PayParameters {
    const { appId } = this.options;
    const [timeStamp, nonceStr] = [this.seconds(), nonce()];
    const packed = `prepay_id=${prepayId}`;
    const paySign = this.sha256WithRsa([appId, timeStamp, nonceStr, packed, ''].join('\n'));
    return { appId, timeStamp, nonceStr, package: packed, signType: 'RSA', paySign };
  }

  protected override buildAuthorization(method: string, url: string, params?: Record<string, unknown>): string {
    const [timestamp, nonceStr] = [this.seconds(), nonce()];
    const signature = this.getSignature(method, nonceStr, timestamp, url.replace(OFFICIAL, ''), params);
    return this.getAuthorization(nonceStr, timestamp, signature);
  }

  private seconds(): string {
    return String(Math.floor(this.clock.now().getTime() / 1000));
  }
}

/** 32 characters, as many as WeChat takes. */
const nonce = (): string => randomBytes(16).toString('hex').toUpperCase();
