import type { MovableClock } from './clock';

/** One merchant of WeChat Pay, as the platform knows it. */
export interface PayMerchant {
  readonly merchantId: string;
  readonly merchantSerial: string;
  /** PEM of the merchant's public key (or of the private one: only the public part is taken). */
  readonly merchantKeyPem: string;
  /** 32 characters. */
  readonly apiV3Key: string;
  /** The platform's own private key, PEM. */
  readonly platformKeyPem: string;
  /** PUB_KEY_ID_…: the name under which the merchant has the platform's public key; null while it uses certificates. */
  readonly publicKeyId: string | null;
}

/** How a notification travels: answers the HTTP status. A test may hand one that needs no socket. */
export type Deliver = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<number>;

export interface PayStandInOptions extends PayMerchant {
  readonly deliver?: Deliver;
  /** WeChat's waiting times are multiplied by it: 1 in the demo, far less in tests. */
  readonly timeScale?: number;
  /** How long a refund is on its way; default 2,000. */
  readonly refundMs?: number;
  /** A time of its own, apart from the rest of WeChat's. */
  readonly clock?: MovableClock;
}
