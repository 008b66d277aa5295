import { createStandIn, type StandIn } from '../../../apps/wechat-stand-in/src/server';
import { MovableClock } from '../../../apps/wechat-stand-in/src/world/clock';
import type { PayStandInOptions } from '../../../apps/wechat-stand-in/src/world/pay-options';
import { PayGateway, type PayOrder } from '../../../libs/wechat/src/pay/pay.gateway';
import type { PayOptions } from '../../../libs/wechat/src/pay/pay-options';
import type { SignedMessage } from '../../../libs/wechat/src/pay/signature';
import { FixedClock } from '../../support/fixed-clock';
import { type PayMode, payPair } from '../../support/pay-keys';
import { APP } from './pair';

export interface Delivered extends SignedMessage {
  readonly url: string;
}

export interface PayPairOn {
  readonly gateway: PayGateway;
  readonly clock: FixedClock;
  readonly url: string;
  readonly standIn: StandIn;
  /** What WeChat has sent, in the order of arrival; answered with the first of `answers`, then 204. */
  readonly delivered: Delivered[];
  readonly answers: number[];
  own(path: string, body?: unknown): Promise<Record<string, unknown>>;
  order(more?: Partial<PayOrder>): PayOrder;
  /** The shopper taps 确认支付. */
  approve(prepayId: string, personId?: string): Promise<{ errMsg: string }>;
  /** A second product with other settings, at the same WeChat. */
  gatewayWith(more: Partial<PayOptions>): PayGateway;
  close(): Promise<void>;
}

let orders = 0;

/** The product's gateway and a WeChat Pay that plays against it; both read the same time. */
export const openPayPair = async (
  mode: PayMode = 'public-key',
  more: Partial<PayStandInOptions> = {},
): Promise<PayPairOn> => {
  const clock = new FixedClock();
  const delivered: Delivered[] = [];
  const answers: number[] = [];
  const deliver: PayStandInOptions['deliver'] = async (url, headers, body) => {
    delivered.push({ url, header: (name) => headers[name], body: Buffer.from(body) });
    return answers.shift() ?? 204;
  };
  const pair = payPair(APP.appId, mode, { deliver, ...more });
  const sameTime = Object.assign(new MovableClock(), { nowMs: () => clock.now().getTime() });
  const standIn = createStandIn({ ...APP, pay: pair.standIn, clock: sameTime });
  const url = await standIn.app.listen({ port: 0, host: '127.0.0.1' });
  const own = async (path: string, body: unknown = {}) => {
    const answer = await fetch(`${url}/stand-in/${path}`, { method: 'POST', body: JSON.stringify(body) });
    const text = await answer.text();
    return (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  };
  const gatewayWith = (changed: Partial<PayOptions>) => new PayGateway({ ...pair.product(url), ...changed }, clock);
  const gateway = gatewayWith({});
  return {
    gateway,
    clock,
    url,
    standIn,
    delivered,
    answers,
    own,
    gatewayWith,
    order: (changed = {}) => {
      orders += 1;
      return {
        paymentNo: `P${String(orders).padStart(11, '0')}`,
        description: '手冲壶（积分加钱换购）🎁',
        amountFen: 1990,
        openid: standIn.world.people.byPersonId('p1')!.openid,
        expiresAt: new Date(clock.now().getTime() + 30 * 60_000),
        notifyUrl: 'https://fanloop.example/api/notify/wechat-pay/payments',
        ...changed,
      };
    },
    approve: async (prepayId, personId = 'p1') =>
      (await own('pay/approve', { ...gateway.parametersFor(prepayId), personId })) as { errMsg: string },
    close: () => standIn.app.close(),
  };
};

export const prepayIdOf = async (pair: PayPairOn, order: PayOrder): Promise<string> => {
  const answer = await pair.gateway.prepay(order);
  if (answer.kind !== 'ready') throw new Error(`not ready but ${answer.kind}`);
  return answer.prepayId;
};
