import {
  createCipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { MovableClock } from '../world/clock';
import type { PayMerchant } from '../world/pay-options';
import { certificateOf } from './certificate';

/** What can be wrong with a signature of the platform, on purpose. */
export type SignatureFlaw = 'wrong-signature' | 'probe' | 'old' | 'unsigned' | 'unknown-serial';

/** The keys of both sides: signs what WeChat Pay says, verifies what the merchant says, seals what only the merchant may read. */
export class Platform {
  private readonly key: KeyObject;
  private readonly merchantKey: KeyObject;
  /** Of the certificate that goes with the platform's key: 40 hexadecimal digits. */
  readonly certificateSerial: string;

  constructor(
    readonly merchant: PayMerchant,
    private readonly clock: MovableClock,
  ) {
    this.key = createPrivateKey(merchant.platformKeyPem);
    this.merchantKey = createPublicKey(merchant.merchantKeyPem);
    const print = createHash('sha1').update(createPublicKey(this.key).export({ format: 'der', type: 'spki' }));
    // A first digit below 8: the number is positive as it stands.
    this.certificateSerial = `4${print.digest('hex').slice(1).toUpperCase()}`;
  }

  get certificatePem(): string {
    const until = new Date(this.clock.nowMs() + 365 * 86_400_000);
    return certificateOf(this.merchant.platformKeyPem, this.certificateSerial, until);
  }

  /** The headers of an answer or a notification. In public-key mode its id names the key, otherwise the certificate does. */
  signatureHeaders(body: string, flaw?: SignatureFlaw): Record<string, string> {
    if (flaw === 'unsigned') return {};
    const seconds = Math.floor(this.clock.nowMs() / 1000) - (flaw === 'old' ? 301 : 0);
    const nonce = randomBytes(16).toString('hex');
    const text = `${seconds}\n${nonce}\n${flaw === 'wrong-signature' ? `${body} ` : body}\n`;
    const signature = createSign('RSA-SHA256').update(text).sign(this.key, 'base64');
    const serial = this.merchant.publicKeyId ?? this.certificateSerial;
    return {
      'wechatpay-timestamp': String(seconds),
      'wechatpay-nonce': nonce,
      'wechatpay-signature': flaw === 'probe' ? `WECHATPAY/SIGNTEST/${signature}` : signature,
      'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
      'wechatpay-serial': flaw === 'unknown-serial' ? 'F'.repeat(40) : serial,
    };
  }

  isMerchants(text: string, signature: string): boolean {
    return createVerify('RSA-SHA256').update(text).verify(this.merchantKey, signature, 'base64');
  }

  /** AEAD_AES_256_GCM under the merchant's APIv3 key. */
  seal(plain: string, associatedData: string): Record<string, string> {
    const nonce = randomBytes(6).toString('hex');
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(this.merchant.apiV3Key), Buffer.from(nonce));
    cipher.setAAD(Buffer.from(associatedData));
    const bytes = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return {
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: bytes.toString('base64'),
      associated_data: associatedData,
      nonce,
    };
  }
}
