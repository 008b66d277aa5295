import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import type { Claimer } from '../../support/rush-shop';

/** What a claimer was told at last: the number of the coupon, or the code of the refusal. */
export interface Told {
  readonly memberId: string;
  readonly couponNo: string | null;
  readonly refusal: string | null;
  readonly tries: number;
}

const CONNECTIONS = 64;
const MOST_TRIES = 400;

/**
 * Everybody comes at once, through 64 connections that are spread over the api's processes. Who gets no answer, or one that
 * says that something is broken, asks the next process with the SAME key until there is an answer, as the mini-program does.
 */
export const rush = async (
  origins: readonly string[],
  templateId: string,
  claimers: readonly Claimer[],
  onTold: (told: readonly Told[]) => void = () => undefined,
): Promise<Told[]> => {
  const pools = origins.map((origin) => new Pool(origin, { connections: CONNECTIONS / origins.length, pipelining: 1 }));
  const waiting = [...claimers];
  const told: Told[] = [];
  const caller = async (seat: number): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      told.push(await ask(pools, seat, templateId, next));
      onTold(told);
    }
  };
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, (_, seat) => caller(seat)));
  } finally {
    await Promise.all(pools.map((pool) => pool.destroy()));
  }
  return told;
};

const ask = async (pools: readonly Pool[], seat: number, templateId: string, claimer: Claimer): Promise<Told> => {
  const { memberId, token } = claimer;
  const key = randomUUID();
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const answer = await claimOnce(pools[(seat + tries) % pools.length]!, templateId, token, key);
    if (answer) return { memberId, tries, ...answer };
    await sleep(50);
  }
  return { memberId, couponNo: null, refusal: 'no answer', tries: MOST_TRIES };
};

/** Null: not answered, or answered that the server cannot. */
const claimOnce = async (pool: Pool, templateId: string, token: string, key: string) => {
  try {
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: `/api/member/coupons/templates/${templateId}/claims`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: '{}',
      headersTimeout: 20_000,
    });
    const said = (await body.json()) as { couponNo?: string; code?: string };
    if (statusCode >= 500) return null;
    return { couponNo: said.couponNo ?? null, refusal: said.code ?? null };
  } catch {
    return null;
  }
};
