/** A decimal text as an exact number of 10^-scale units. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const DECIMAL = /^([+-]?)(\d{0,18})(?:\.(\d{0,30}))?(?:e([+-]?\d{1,3}))?$/i;

/** Reads `12`, `-3.5`, `1,280.00`, `¥12.50`, `4.4e-16`; null when it is no number. Never passes through a float. */
export const parseDecimal = (text: string): Decimal | null => {
  const bare = text
    .trim()
    .replace(/^(-?)[¥￥$]/, '$1')
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '');
  const match = DECIMAL.exec(bare);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
};

/** Whole units of 10^-places; null when digits below that place are not zero (¥1.005) or the number is out of reach. */
export const exactUnits = (text: string, places: number): number | null => {
  const decimal = parseDecimal(text);
  if (!decimal) return null;
  const divisor = 10n ** BigInt(Math.max(0, decimal.scale - places));
  if (decimal.digits % divisor !== 0n) return null;
  return safe((decimal.digits / divisor) * 10n ** BigInt(Math.max(0, places - decimal.scale)));
};

/** As `exactUnits`, but rounds half away from zero: for sources whose own figures carry float dust. */
export const roundedUnits = (text: string, places: number): number | null => {
  const decimal = parseDecimal(text);
  if (!decimal) return null;
  const divisor = 10n ** BigInt(Math.max(0, decimal.scale - places));
  const magnitude = decimal.digits < 0n ? -decimal.digits : decimal.digits;
  const units = ((magnitude * 2n + divisor) / (divisor * 2n)) * 10n ** BigInt(Math.max(0, places - decimal.scale));
  return safe(decimal.digits < 0n ? -units : units);
};

const safe = (value: bigint): number | null => {
  const plain = Number(value);
  return Number.isSafeInteger(plain) ? (plain === 0 ? 0 : plain) : null;
};
