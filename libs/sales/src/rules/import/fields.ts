/** What a column of a file may mean. */
export const IMPORT_FIELDS = [
  { name: 'purchaseKey', label: '单号', required: true },
  { name: 'occurredAt', label: '消费时间', required: true },
  { name: 'amount', label: '实付金额（元）', required: true },
  { name: 'member', label: '会员', required: false },
  { name: 'store', label: '门店编码', required: false },
  { name: 'sku', label: '商品编码', required: false },
  { name: 'productName', label: '商品名称', required: false },
  { name: 'category', label: '品类', required: false },
  { name: 'quantity', label: '数量', required: false },
  { name: 'discount', label: '优惠金额（元）', required: false },
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number]['name'];

export interface ImportSettings {
  /** From field to the name of the file's column. */
  readonly mapping: Readonly<Partial<Record<ImportField, string>>>;
  /** The name space of the purchase keys: a key of the same source is recorded once. */
  readonly source: string;
  /** The store of all rows, when the file names none. */
  readonly storeId: string | null;
  /** `iso` or a pattern such as `yyyy/M/d H:mm`, read in the store's zone. */
  readonly dateFormat: string;
  /** What the member column holds: an identity kind of the members context, for example `phone`. */
  readonly memberKind: string;
}

const SOURCE = /^[a-z0-9][a-z0-9.-]{0,31}$/;

/** What is wrong with the settings for a file of these columns; null when nothing is. */
export const faultOfSettings = (settings: ImportSettings, columns: readonly string[]): string | null => {
  if (!SOURCE.test(settings.source)) return '来源只能用小写字母、数字、点和横线，最多 32 个';
  for (const field of IMPORT_FIELDS)
    if (field.required && !settings.mapping[field.name]) return `请为「${field.label}」选择一列`;
  for (const [field, column] of Object.entries(settings.mapping)) {
    if (!IMPORT_FIELDS.some((known) => known.name === field)) return `没有这个字段：${field}`;
    if (!columns.includes(column)) return `文件里没有这一列：${column}`;
  }
  if (!settings.mapping.store && !settings.storeId) return '请选择门店，或为「门店编码」选择一列';
  return null;
};
