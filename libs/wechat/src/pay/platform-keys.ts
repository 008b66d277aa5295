import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { Clock } from '@fanloop/kernel';
import { PayFailure } from './pay-failure';
import type { PayOptions } from './pay-options';
import { openResource, sealedResourceOf } from './sealed-resource';
import type { SignedMessage } from './signature';
import { whyUnverified } from './signature';

const PUBLIC_KEY = 'PUB_KEY_ID_';
/** Serials that nobody knows must not make us ask WeChat again and again. */
const REFRESH_GAP_MS = 60_000;

interface Known {
  readonly key: KeyObject;
  readonly until: Date | null;
}

/**
 * The keys that WeChat Pay signs with: the public key of the configuration and platform certificates, which are
 * downloaded when a message names one that is not known. Both may hold at once while a merchant moves from one to the other.
 */
export class PlatformKeys {
  private readonly fixed = new Map<string, Known>();
  private downloaded = new Map<string, Known>();
  private askedAt: Date | null = null;
  private asking: Promise<void> | null = null;

  constructor(
    private readonly options: PayOptions,
    private readonly clock: Clock,
    private readonly download: () => Promise<SignedMessage & { readonly status: number }>,
  ) {
    const { publicKey } = options;
    if (publicKey) this.fixed.set(publicKey.id, { key: createPublicKey(publicKey.pem), until: null });
  }

  readonly keyOf = async (serial: string): Promise<KeyObject | null> => {
    const known = this.known(serial);
    if (known || serial.startsWith(PUBLIC_KEY) || !this.mayAsk()) return known;
    await this.refresh();
    return this.known(serial);
  };

  private known(serial: string): KeyObject | null {
    const found = this.fixed.get(serial) ?? this.downloaded.get(serial.toUpperCase());
    return found && (found.until === null || found.until > this.clock.now()) ? found.key : null;
  }

  private mayAsk(): boolean {
    return this.askedAt === null || this.clock.now().getTime() - this.askedAt.getTime() >= REFRESH_GAP_MS;
  }

  private refresh(): Promise<void> {
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async ask(): Promise<void> {
    const response = await this.download();
    this.askedAt = this.clock.now();
    // A merchant in public-key mode has no certificates: 404. Then the serial stays unknown.
    if (response.status !== 200) return;
    const certificates = certificatesOf(this.options.apiV3Key, response.body);
    // The tag of each certificate has shown that WeChat sealed it for us; its key must then have signed the answer as well.
    const keyOf = (serial: string) => Promise.resolve(certificates.get(serial.toUpperCase())?.key ?? null);
    const why = await whyUnverified(response, keyOf, this.clock.now());
    if (why) throw new PayFailure('certificates', null, `the answer is not WeChat's: ${why}`);
    this.downloaded = certificates;
  }
}

const certificatesOf = (apiV3Key: string, body: Buffer): Map<string, Known> => {
  const list = (JSON.parse(body.toString('utf8')) as { data?: unknown }).data;
  const known = new Map<string, Known>();
  for (const entry of Array.isArray(list) ? list : []) {
    const { serial_no: serial, encrypt_certificate: sealed } = entry as Record<string, unknown>;
    const resource = sealedResourceOf(sealed);
    const pem = resource && openResource(apiV3Key, resource);
    if (!pem || typeof serial !== 'string')
      throw new PayFailure('certificates', null, 'a certificate cannot be opened');
    const certificate = new X509Certificate(pem);
    known.set(serial.toUpperCase(), { key: certificate.publicKey, until: new Date(certificate.validTo) });
  }
  return known;
};
