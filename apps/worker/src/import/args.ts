export type ImportArgs =
  | { readonly kind: 'preset'; readonly folder: string }
  | { readonly kind: 'file'; readonly file: string; readonly mapping: string; readonly dryRun: boolean };

export const USAGE = `npm run import -- --preset complete-journey <folder>
npm run import -- --file purchases.csv --mapping mapping.json [--dry-run]

mapping.json: { "mapping": { "purchaseKey": "order", "occurredAt": "time", "amount": "paid", … },
                "source": "pos", "storeCode": "SH-01", "dateFormat": "iso", "memberKind": "phone" }
Fields: purchaseKey, occurredAt, amount (all three needed), member, store, sku, productName, category, quantity, discount.`;

/** null when the words make no sense. */
export const readArgs = (words: readonly string[]): ImportArgs | null => {
  const after = (name: string): string | null => {
    const at = words.indexOf(name);
    const value = at < 0 ? undefined : words[at + 1];
    return value === undefined || value.startsWith('--') ? null : value;
  };
  if (words[0] === '--preset') {
    const [, preset, folder] = words;
    return preset === 'complete-journey' && folder && words.length === 3 ? { kind: 'preset', folder } : null;
  }
  const file = after('--file');
  const mapping = after('--mapping');
  return file && mapping ? { kind: 'file', file, mapping, dryRun: words.includes('--dry-run') } : null;
};
