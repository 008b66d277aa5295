import { createClient } from '@fanloop/api-client';
import { transport } from './transport';

/** Every route of the api by its path; a route or a field that is not there does not compile. */
export const client = createClient(transport);

/** An empty filter asks for nothing. */
export const orNone = <Text extends string>(text: Text): Exclude<Text, ''> | undefined =>
  text === '' ? undefined : (text as Exclude<Text, ''>);

/** The page that the address names, as the tables of the api take it. */
export const pageOf = (state: { page: string; pageSize: string }): { page: number; pageSize: number } => ({
  page: Math.max(1, Number(state.page) || 1),
  pageSize: Math.min(100, Math.max(1, Number(state.pageSize) || 20)),
});

/** All rows of a list that is short by nature (staff, coupons), asked for a hundred at a time. */
export const allRows = async <Row>(
  ask: (page: number, pageSize: number) => Promise<{ items: Row[]; total: number }>,
): Promise<{ items: Row[] }> => {
  const items: Row[] = [];
  for (let page = 1; ; page += 1) {
    const part = await ask(page, 100);
    items.push(...part.items);
    if (part.items.length === 0 || items.length >= part.total) return { items };
  }
};
