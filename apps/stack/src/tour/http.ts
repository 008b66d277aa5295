import { randomUUID } from 'node:crypto';

export interface Answer {
  readonly status: number;
  /** As a stranger sees it: parsed JSON without the product's types. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface Call {
  readonly token?: string;
  readonly body?: unknown;
  readonly key?: string;
}

/** A caller of one server's public HTTP interface, with nothing of the product's own code. */
export const httpCaller =
  (base: string) =>
  async (method: string, path: string, call: Call = {}): Promise<Answer> => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
        ...(call.key ? { 'idempotency-key': call.key } : {}),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    return { status: response.status, body: text ? parse(text) : null };
  };

export type HttpCaller = ReturnType<typeof httpCaller>;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 200);
  }
};

export const newKey = (): string => `tour-${randomUUID()}`;

/** Throws with what the server answered when it is not as told. */
export const expectStatus = (answer: Answer, ...statuses: number[]): Answer => {
  if (!statuses.includes(answer.status))
    throw new Error(
      `expected ${statuses.join(' or ')}, got ${answer.status}: ${JSON.stringify(answer.body).slice(0, 400)}`,
    );
  return answer;
};

export const expectRefusal = (answer: Answer, code: string): Answer => {
  if (answer.body?.code !== code)
    throw new Error(`expected the refusal ${code}, got ${answer.status}: ${JSON.stringify(answer.body).slice(0, 400)}`);
  return answer;
};

export const expectThat = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`not so: ${what}`);
};
