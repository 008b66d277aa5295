/** Both texts of one refusal code, with the HTTP status that a web edge should answer. `{name}` is filled from details. */
export interface RefusalText {
  readonly zh: string;
  readonly en: string;
  /** 400 bad input, 401 not logged in, 403 not allowed, 404 not there, 409 state forbids it, 429 too often. Default 409. */
  readonly status?: number;
}

export type RefusalDetails = Readonly<Record<string, string | number | boolean | null>>;

/** A fact that forbids what was asked: expected, explained to the user, never a crash. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly text: RefusalText,
    readonly details: RefusalDetails = {},
  ) {
    super(`${code}: ${fill(text.en, details)}`);
    this.name = 'Refusal';
  }

  /** The reason in the user's language. */
  reason(language: 'zh' | 'en'): string {
    return fill(this.text[language], this.details);
  }

  get status(): number {
    return this.text.status ?? 409;
  }
}

const fill = (text: string, details: RefusalDetails): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in details ? String(details[name]) : whole));

/**
 * The refusals of one context: a record from code to texts, so that a code without both texts does not compile.
 * @example const refuse = refusals({ CouponExpired: { zh: '优惠券已过期', en: 'The coupon has expired' } });
 *          throw refuse('CouponExpired');
 */
export const refusals =
  <Code extends string>(texts: Record<Code, RefusalText>) =>
  (code: Code, details: RefusalDetails = {}): Refusal =>
    new Refusal(code, texts[code], details);

/** What a pure rule answers: changes to apply, or the fact that forbids them. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const accept = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const reject = <T = never>(refusal: Refusal): Outcome<T> => ({ ok: false, refusal });

/** The value of an accepted outcome; throws the refusal of a rejected one. */
export const unwrap = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw outcome.refusal;
  return outcome.value;
};

/** What a caught value says, whatever was thrown. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
