import { createPublicKey, createSign } from 'node:crypto';

/** A self-signed X.509 certificate for a private key, in PEM: what the platform hands out in certificate mode. */
export const certificateOf = (privateKeyPem: string, serial: string, validUntil: Date): string => {
  const algorithm = sequence(oid('2a864886f70d01010b'), der(0x05, Buffer.alloc(0)));
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from('Tenpay.com Stand-in CA')))));
  const validity = sequence(time(new Date(validUntil.getTime() - 5 * 365 * 86_400_000)), time(validUntil));
  const publicKey = createPublicKey(privateKeyPem).export({ format: 'der', type: 'spki' });
  const number = der(0x02, Buffer.from(serial, 'hex'));
  const content = sequence(number, algorithm, name, validity, name, publicKey);
  const signature = createSign('RSA-SHA256').update(content).sign(privateKeyPem);
  const whole = sequence(content, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
};

const der = (tag: number, content: Buffer): Buffer => {
  const { length } = content;
  const head =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, Math.floor(length / 256), length % 256];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
};
const sequence = (...parts: Buffer[]): Buffer => der(0x30, Buffer.concat(parts));
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
/** UTCTime: YYMMDDhhmmssZ. */
const time = (at: Date): Buffer => der(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
