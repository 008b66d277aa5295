import { openResource, sealedResourceOf } from './sealed-resource';

/** A verified notification, opened. */
export interface PayNotification {
  /** WeChat's id of it: the same at every repetition. */
  readonly noticeId: string;
  /** TRANSACTION.SUCCESS, REFUND.SUCCESS, REFUND.ABNORMAL, REFUND.CLOSED … */
  readonly eventType: string;
  /** What was sealed in it: `readTransaction` or `readRefund` reads it. */
  readonly content: unknown;
}

/** The inside of a notification whose signature is good; null when the tag is wrong or the form is not WeChat's. */
export const openNotification = (apiV3Key: string, body: Buffer): PayNotification | null => {
  const envelope = objectOf(body);
  const resource = sealedResourceOf(envelope?.['resource']);
  const { id, event_type: eventType } = envelope ?? {};
  if (!resource || typeof id !== 'string' || typeof eventType !== 'string') return null;
  const plain = openResource(apiV3Key, resource);
  const content = plain && objectOf(plain);
  return content ? { noticeId: id, eventType, content } : null;
};

const objectOf = (bytes: Buffer): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};
