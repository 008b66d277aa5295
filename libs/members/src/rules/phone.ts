/** Numbers are kept as E.164 (`+8613800138000`), so that one number has one blind index however it was written. */
const CHINA = '86';
const MAINLAND_MOBILE = /^1[3-9]\d{9}$/;

/** null for what is no phone number. Without a prefix the number is Chinese. */
export const normalPhone = (text: string, countryCode?: string): string | null => {
  const trimmed = text.replace(/[\s()-]/g, '');
  if (!/^\+?\d{4,18}$/.test(trimmed)) return null;
  if (countryCode !== undefined) return fromParts(countryCode.replace(/^\+/, ''), trimmed.replace(/^\+/, ''));
  if (!trimmed.startsWith('+')) return fromParts(CHINA, trimmed.replace(/^(?:0086|86)(?=1\d{10}$)/, ''));
  if (trimmed.startsWith(`+${CHINA}`)) return fromParts(CHINA, trimmed.slice(3));
  return trimmed.length <= 16 ? trimmed : null;
};

const fromParts = (countryCode: string, number: string): string | null => {
  if (countryCode === CHINA) return MAINLAND_MOBILE.test(number) ? `+${CHINA}${number}` : null;
  return /^\d{1,3}$/.test(countryCode) && /^\d{4,14}$/.test(number) ? `+${countryCode}${number}` : null;
};

/** `13800138000` for a Chinese number, with its prefix for any other. */
export const readablePhone = (phone: string): string => (phone.startsWith(`+${CHINA}`) ? phone.slice(3) : phone);

/** `138****8000`. */
export const maskPhone = (phone: string): string => {
  const text = readablePhone(phone);
  const head = text.startsWith('+') ? 4 : 3;
  return `${text.slice(0, head)}****${text.slice(-4)}`;
};

export const phoneTail = (phone: string): string => phone.slice(-4);
