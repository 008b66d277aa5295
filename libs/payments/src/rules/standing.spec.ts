import type { RefundState } from './refund';
import { needsPerson, refundStanding } from './standing';

const one = (state: RefundState, amountFen = 100, failure: string | null = null) => ({ state, amountFen, failure });

describe('how the refunds of a payment stand together', () => {
  it.each([
    ['none', [], null],
    ['asked for', [one('requested')], { state: 'processing', amountFen: 100 }],
    ['back', [one('succeeded')], { state: 'succeeded', amountFen: 100 }],
    ['one back, one on its way', [one('succeeded'), one('processing', 50)], { state: 'processing', amountFen: 150 }],
    ['no card takes it', [one('succeeded'), one('failed', 50, 'ABNORMAL')], { state: 'failed', amountFen: 150 }],
    ['refused for good', [one('failed', 50, 'CLOSED')], { state: 'failed', amountFen: 50 }],
    ['refused, then again', [one('failed', 50, 'CLOSED'), one('succeeded', 50)], { state: 'succeeded', amountFen: 50 }],
  ] as const)('%s', (_, refunds, standing) => {
    expect(refundStanding(refunds)).toEqual(standing);
  });

  it('a person is needed where WeChat cannot give it back, and only there', () => {
    expect([one('failed', 1, 'ABNORMAL'), one('failed', 1, 'CLOSED'), one('processing')].map(needsPerson)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
