export interface ImportField {
  name: string;
  label: string;
  hint: string;
  required?: boolean;
  /** Column names that people's exports use for it: the mapping starts from a guess. */
  guesses: readonly string[];
}

/** What one line of a purchase file can tell. The server judges the values; this only helps to name the columns. */
export const importFields: readonly ImportField[] = [
  {
    name: 'purchaseKey',
    label: '订单号',
    hint: '同一订单号的行合成一单；再次导入不会重复',
    required: true,
    guesses: [
      '订单号',
      '单号',
      '小票号',
      '流水号',
      'order',
      'order_no',
      'orderno',
      'basket_id',
      'purchasekey',
      'purchase_no',
    ],
  },
  {
    name: 'occurredAt',
    label: '消费时间',
    hint: '例如 2026-11-22 14:30',
    required: true,
    guesses: [
      '消费时间',
      '下单时间',
      '时间',
      '日期',
      '交易时间',
      'time',
      'date',
      'at',
      'occurredat',
      'occurred_at',
      'paid_at',
    ],
  },
  {
    name: 'store',
    label: '门店编码',
    hint: '不选时，整份文件用下面指定的门店',
    guesses: ['门店', '门店编码', '店号', '门店编号', 'store', 'store_code', 'storecode', 'store_id'],
  },
  {
    name: 'member',
    label: '会员',
    hint: '下面选择它是手机号还是卡号；空着的行记为非会员消费',
    guesses: [
      '手机',
      '手机号',
      '会员',
      '会员号',
      '会员手机',
      'phone',
      'member',
      'mobile',
      'memberkey',
      'member_key',
      'member_no',
      'memberno',
      'household_id',
    ],
  },
  { name: 'sku', label: '商品编码', hint: '与商品档案对应', guesses: ['商品编码', 'sku', '货号', 'product_id'] },
  {
    name: 'productName',
    label: '商品名称',
    hint: '没有编码时用名称',
    guesses: ['商品', '商品名称', '品名', 'product', 'name', 'product_name', 'productname'],
  },
  { name: 'category', label: '品类', hint: '品类规则按它计分', guesses: ['品类', '分类', '类别', 'category'] },
  { name: 'quantity', label: '数量', hint: '不选时按 1 计', guesses: ['数量', '件数', 'quantity', 'qty'] },
  {
    name: 'amount',
    label: '实付金额（元）',
    hint: '这一行优惠后的金额',
    required: true,
    guesses: ['实付', '实付金额', '金额', '销售额', '小计', 'amount', 'paid', 'sales_value', 'net'],
  },
  {
    name: 'discount',
    label: '优惠金额（元）',
    hint: '不选时按 0 计',
    guesses: ['优惠', '折扣', '优惠金额', 'discount', 'coupon_disc'],
  },
];

/** The first column whose name is a known one for the field. */
export const guessMapping = (columns: readonly string[]): Record<string, string> => {
  const plain = (text: string) => text.trim().toLowerCase().replaceAll(' ', '_');
  const taken = new Set<string>();
  const mapping: Record<string, string> = {};
  for (const field of importFields) {
    const column = columns.find((name) => !taken.has(name) && field.guesses.includes(plain(name)));
    if (column) {
      mapping[field.name] = column;
      taken.add(column);
    }
  }
  return mapping;
};
