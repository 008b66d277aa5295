import { randomUUID } from 'node:crypto';
import type { Fields } from '../http/body';
import type { MovableClock } from '../world/clock';
import type { Deliver } from '../world/pay-options';
import type { PayFaults } from './pay-faults';
import { FLAWS } from './pay-faults';
import type { Platform, SignatureFlaw } from './platform';
import { timeText } from './wire';

/** 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h: after the first attempt, until one is answered 200 or 204. */
export const RETRY_SECONDS = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600];

export interface Notice {
  readonly id: string;
  /** TRANSACTION.SUCCESS, REFUND.SUCCESS … */
  readonly eventType: string;
  readonly url: string;
  readonly content: Fields;
  /** The HTTP status of each attempt; 0: nobody answered, -1: lost on the way. */
  readonly attempts: number[];
  state: 'waiting' | 'taken' | 'given-up';
}

/** Sends signed and sealed notifications, as often as WeChat Pay would, and with what was asked to go wrong. */
export class Notifier {
  private notices: Notice[] = [];
  private held: Notice[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly platform: Platform,
    private readonly faults: PayFaults,
    private readonly clock: MovableClock,
    private readonly options: { readonly deliver: Deliver; readonly timeScale: number },
  ) {}

  list(): readonly Notice[] {
    return this.notices;
  }

  /** Queues a notification; it leaves at once. */
  send(eventType: string, url: string, content: Fields): Notice {
    const notice: Notice = { id: randomUUID(), eventType, url, content, attempts: [], state: 'waiting' };
    this.notices.push(notice);
    this.after(0, () => this.attempt(notice));
    return notice;
  }

  /** One attempt here and now, beside the timetable. Answers the HTTP status. */
  async again(id: string): Promise<number | null> {
    const notice = this.notices.find((one) => one.id === id);
    return notice ? this.deliver(notice, null) : null;
  }

  reset(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.notices = [];
    this.held = [];
  }

  private async attempt(notice: Notice): Promise<void> {
    const fault = this.faults.take('notification');
    if (fault?.mode === 'reorder') return void this.held.push(notice);
    if (fault?.mode === 'delay') return this.after(fault.delayMs, () => this.finish(notice, null));
    if (fault?.mode === 'repeat') await Promise.all([this.deliver(notice, null), this.deliver(notice, null)]);
    await this.finish(notice, fault?.mode ?? null);
    for (const late of this.held.splice(0)) await this.finish(late, null);
  }

  private async finish(notice: Notice, mode: string | null): Promise<void> {
    const status = mode === 'lose' ? -1 : await this.deliver(notice, mode);
    if (mode === 'lose') notice.attempts.push(status);
    if (notice.state === 'taken') return;
    const wait = RETRY_SECONDS[notice.attempts.length - 1];
    if (wait === undefined) notice.state = 'given-up';
    else this.after(wait * 1000 * this.options.timeScale, () => this.attempt(notice));
  }

  private async deliver(notice: Notice, mode: string | null): Promise<number> {
    const body = JSON.stringify(this.envelope(notice, mode));
    const flaw = FLAWS.find((known): known is SignatureFlaw => known === mode);
    const headers = { 'content-type': 'application/json', 'user-agent': 'Mozilla/4.0' };
    const signed = { ...headers, ...this.platform.signatureHeaders(body, flaw) };
    const status = await this.options.deliver(notice.url, signed, body).catch(() => 0);
    notice.attempts.push(status);
    if (status === 200 || status === 204) notice.state = 'taken';
    return status;
  }

  private envelope({ id, eventType, content }: Notice, mode: string | null): Fields {
    const kind = eventType.startsWith('REFUND') ? 'refund' : 'transaction';
    const resource = this.platform.seal(JSON.stringify(changed(content, mode)), kind);
    const spoilt = mode === 'wrong-tag' ? { ciphertext: withOtherTag(resource.ciphertext ?? '') } : {};
    return {
      id,
      create_time: timeText(this.clock.nowMs()),
      resource_type: 'encrypt-resource',
      event_type: eventType,
      summary: kind === 'refund' ? '退款通知' : '支付成功',
      resource: { original_type: kind, ...resource, ...spoilt },
    };
  }

  private after(ms: number, act: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void act();
    }, ms);
    timer.unref();
    this.timers.add(timer);
  }
}

const changed = (content: Fields, mode: string | null): Fields => {
  if (mode === 'wrong-merchant') return { ...content, mchid: '1900009999' };
  if (mode === 'wrong-app') return { ...content, appid: 'wx9999999999999999' };
  if (mode !== 'wrong-amount') return content;
  const amount = content.amount as Record<string, number>;
  const name = 'refund' in amount ? 'refund' : 'total';
  return { ...content, amount: { ...amount, [name]: (amount[name] ?? 0) - 1 } };
};

const withOtherTag = (ciphertext: string): string => {
  const bytes = Buffer.from(ciphertext, 'base64');
  bytes.fill(0, bytes.length - 16);
  return bytes.toString('base64');
};

/** Over the network, within the five seconds that WeChat waits. */
export const deliverByHttp: Deliver = async (url, headers, body) => {
  const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(5000) });
  await answer.arrayBuffer();
  return answer.status;
};
