import { readTradeBill } from './trade-bill';

const HEADING =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const line = (
  state: string,
  no: string,
  yuan: string,
  refundNo = '0',
  refundYuan = '0.00',
  refundState = '',
  name = '壶',
  fee = '0.01000',
) =>
  `\`2026-06-15 12:00:00,\`wx1,\`1900000109,\`0,\`,\`4200,\`${no},\`o1,\`JSAPI,\`${state},\`OTHERS,\`CNY,\`${yuan},\`0.00,\`0,\`${refundNo},\`${refundYuan},\`0.00,\`ORIGINAL,\`${refundState},\`${name},\`,\`${fee},\`0.60%,\`${yuan},\`${refundYuan},\``;
const SUMS = '总交易单数,应结订单总金额,退款总金额\r\n`2,`19.90,`5.00';

describe('the daily bill of WeChat Pay', () => {
  it('reads payments and refunds, yuan as fen, and stops at the sums', () => {
    const bill = [
      HEADING,
      line('SUCCESS', 'P1', '19.90', '0', '0.00', '', '壶, 大号'),
      line('REFUND', 'P2', '0.00', 'R2', '5.00', 'SUCCESS', '壶', '-0.00030'),
      line('REFUND', 'P3', '0.00', 'R3', '0.1', 'PROCESSING'),
      line('REFUND', 'P4', '0.00', 'R4', '7', 'FAIL'),
      line('REVOKED', 'P5', '1.00'),
      SUMS,
    ].join('\r\n');
    expect(readTradeBill(`\uFEFF${bill}`)).toEqual([
      { subject: 'payment', number: 'P1', paymentNo: 'P1', amountFen: 1990, feeMilliFen: 1000 },
      { subject: 'refund', number: 'R2', paymentNo: 'P2', amountFen: 500, feeMilliFen: -30 },
      { subject: 'refund', number: 'R3', paymentNo: 'P3', amountFen: 10, feeMilliFen: 1000 },
    ]);
    expect(readTradeBill(`${HEADING}\n${SUMS}`)).toEqual([]);
  });

  it('a bill without fees says nothing of them', () => {
    const bill = [HEADING, line('SUCCESS', 'P1', '19.90'), SUMS].join('\n').replace('手续费,', '其他,');
    expect(readTradeBill(bill)).toMatchObject([{ number: 'P1', feeMilliFen: null }]);
  });

  it.each([
    ['', 'the bill has no column 商户订单号'],
    [`${HEADING}\n\`a,\`b`, 'a line of the bill has another number of values'],
    [`${HEADING}\n${line('SUCCESS', 'P1', '-1.00')}`, 'an amount of the bill cannot be read'],
    [`${HEADING}\n${line('SUCCESS', 'P1', '1.234')}`, 'an amount of the bill cannot be read'],
    [`${HEADING}\n${line('SUCCESS', 'P1', '1.00', '0', '0.00', '', '壶', '免')}`, 'a fee of the bill cannot be read'],
  ])('half a bill is no bill: %#', (text, why) => {
    expect(() => readTradeBill(text)).toThrow(why);
  });
});
