/** 11 random digits and a check digit: 12, so that it is never mistaken for a phone number of 11. */
export const MEMBER_NUMBER_RANDOM_DIGITS = 11;

/** The check digit by ISO 7064 MOD 11,10: finds every wrong digit and nearly every swap of neighbours. */
export const checkDigit = (digits: string): string => {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
};

export const memberNumber = (randomDigits: string): string => `${randomDigits}${checkDigit(randomDigits)}`;

export const isMemberNumber = (text: string): boolean =>
  /^\d{12}$/.test(text) && checkDigit(text.slice(0, -1)) === text.slice(-1);

/** What a clerk may see of it. */
export const maskMemberNumber = (memberNo: string): string => `${memberNo.slice(0, 2)}******${memberNo.slice(-4)}`;
