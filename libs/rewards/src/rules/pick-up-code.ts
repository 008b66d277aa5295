/**
 * A pick-up code is random signs and one check sign by ISO 7064's hybrid system (modulus 31 over 30 signs), which finds
 * every single wrong sign and nearly every swap of neighbours: a slip of the tongue is told from a code that is not known.
 * @param alphabet of 30 signs; 31 is prime, as the system needs
 */
export const checkSign = (body: string, alphabet: string): string => {
  const size = alphabet.length;
  let product = size;
  for (const sign of body) {
    const sum = (product + alphabet.indexOf(sign)) % size;
    product = ((sum === 0 ? size : sum) * 2) % (size + 1);
  }
  return alphabet[(size + 1 - product) % size]!;
};

/** As it was typed or scanned: without spaces and dashes, in capitals. */
export const normalised = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

/** False for a slip: nothing has to be looked up then. */
export const isPickUpCode = (code: string, alphabet: string, length: number): boolean =>
  code.length === length &&
  [...code].every((sign) => alphabet.includes(sign)) &&
  checkSign(code.slice(0, -1), alphabet) === code.at(-1);
