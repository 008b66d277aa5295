import { openPayPair, type PayPairOn, prepayIdOf } from './pay-pair';

describe('the pay sheet of the stand-in', () => {
  let pair: PayPairOn;
  beforeAll(async () => {
    pair = await openPayPair();
  });
  afterEach(() => pair.own('reset'));
  afterAll(() => pair.close());

  const pageOf = async (fields: Record<string, string>): Promise<string> =>
    (await fetch(`${pair.url}/stand-in/pay?${new URLSearchParams(fields)}`)).text();

  it('shows what is paid, to the fen, and no markup of the description', async () => {
    const order = pair.order({ description: '<script>壶</script>', amountFen: 1905 });
    const parameters = pair.gateway.parametersFor(await prepayIdOf(pair, order));
    const page = await pageOf({ ...parameters, personId: 'p1' });
    expect(page).toContain('19.05');
    expect(page).toContain('&#60;script&#62;壶');
    expect(page).toContain('确认支付');
  });

  it.each([
    [{ paySign: 'AAAA' }, '支付验证签名失败'],
    [{ package: 'prepay_id=other' }, '支付验证签名失败'],
    [{ personId: 'p2' }, '下单账号与支付账号不一致'],
    [{ signType: 'MD5' }, '缺少参数'],
  ])('does not open for %j', async (change, why) => {
    const prepayId = await prepayIdOf(pair, pair.order());
    const fields = { ...pair.gateway.parametersFor(prepayId), personId: 'p1', ...change };
    expect(await pageOf(fields)).toContain(why);
    expect(await pair.own('pay/approve', fields)).toEqual({ errMsg: `requestPayment:fail (${why})` });
    expect(pair.delivered).toEqual([]);
  });

  it('is paid once; a prepay id dies after two hours; cancelling changes nothing', async () => {
    const order = pair.order({ expiresAt: new Date(pair.clock.now().getTime() + 86_400_000) });
    const prepayId = await prepayIdOf(pair, order);
    expect(await pair.own('pay/cancel')).toEqual({ errMsg: 'requestPayment:fail cancel' });
    pair.clock.advance({ hours: 2 });
    expect(await pair.approve(prepayId)).toEqual({ errMsg: 'requestPayment:fail (预支付已过期)' });
    const fresh = await prepayIdOf(pair, order);
    expect(await pair.approve(fresh)).toEqual({ errMsg: 'requestPayment:ok' });
    expect(await pair.approve(fresh)).toEqual({ errMsg: 'requestPayment:fail (该订单已支付或已关闭)' });
  });
});
