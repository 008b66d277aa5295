import { guessMapping } from './fields';

describe('guessing what a column is', () => {
  it('knows the names that tills in China write', () => {
    expect(guessMapping(['订单号', '消费时间', '门店编码', '手机号', '商品名称', '数量', '实付金额'])).toEqual({
      purchaseKey: '订单号',
      occurredAt: '消费时间',
      store: '门店编码',
      member: '手机号',
      productName: '商品名称',
      quantity: '数量',
      amount: '实付金额',
    });
  });

  it('minds neither case nor blanks, and takes no column twice', () => {
    expect(guessMapping([' Order No ', 'DATE', 'Amount', 'amount'])).toEqual({
      purchaseKey: ' Order No ',
      occurredAt: 'DATE',
      amount: 'Amount',
    });
  });

  it('leaves open what it does not know', () => {
    expect(guessMapping(['备注', '颜色'])).toEqual({});
  });
});
