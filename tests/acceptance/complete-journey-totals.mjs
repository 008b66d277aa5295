// The totals of the Complete Journey files by other means than the product's: plain gzip, a hand-written CSV reader and
// BigInt cents. `node tests/acceptance/complete-journey-totals.mjs ../shared/data/completejourney` prints them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

const cellsOf = (line) => {
  const cells = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const c = line[i];
    if (quoted) {
      if (c === '"' && line[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      cells.push(cell);
      cell = '';
    } else cell += c;
  }
  return [...cells, cell];
};

const tableOf = (folder, name) => {
  const [heading, ...lines] = gunzipSync(readFileSync(join(folder, name)))
    .toString('utf8')
    .split(/\r?\n/)
    .filter(Boolean);
  const columns = cellsOf(heading);
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]]));
  });
};

/** Cents of a decimal text. The source has one figure with an exponent, 4.4e-16: nothing, to the cent. */
const cents = (text) => {
  const small = /^(\d(?:\.\d+)?)e-(\d+)$/.exec(text);
  if (small) {
    if (Number(small[2]) < 4) throw new Error(`unexpected figure ${text}`);
    return 0n;
  }
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) throw new Error(`unexpected figure ${text}`);
  return BigInt(match[1]) * 100n + BigInt((match[2] ?? '').padEnd(2, '0') || '0');
};

export const totalsOf = (folder) => {
  const lines = tableOf(folder, 'transactions_sample.csv.gz');
  const products = new Set(tableOf(folder, 'products.csv.gz').map((product) => product.product_id));
  const sum = (column) => String(lines.reduce((total, line) => total + cents(line[column]), 0n));
  const months = {};
  for (const line of lines) {
    const month = line.transaction_timestamp.slice(0, 7);
    months[month] = String(BigInt(months[month] ?? '0') + cents(line.sales_value));
  }
  return {
    lines: lines.length,
    baskets: new Set(lines.map((line) => line.basket_id)).size,
    households: new Set(lines.map((line) => line.household_id)).size,
    stores: new Set(lines.map((line) => line.store_id)).size,
    products: products.size,
    unknownProductLines: lines.filter((line) => !products.has(line.product_id)).length,
    salesCents: sum('sales_value'),
    retailDiscountCents: sum('retail_disc'),
    couponDiscountCents: sum('coupon_disc'),
    couponMatchCents: sum('coupon_match_disc'),
    salesCentsByMonth: months,
  };
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.stdout.write(`${JSON.stringify(totalsOf(process.argv[2]), null, 2)}\n`);
