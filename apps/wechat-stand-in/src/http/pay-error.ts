/** An answer of WeChat Pay that is an error: an HTTP status, a name and a text. It is not signed. */
export class PayError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    text: string,
    readonly detail?: Readonly<Record<string, unknown>>,
  ) {
    super(text);
  }

  body(): Record<string, unknown> {
    return { code: this.code, message: this.message, ...(this.detail ? { detail: this.detail } : {}) };
  }
}
