import { client, orNone, pageOf } from '../../shared/api/client';

export const paymentsKey = ['payments'];
export const refundsKey = ['payment-refunds'];
export const differencesKey = ['bill-differences'];
export const daysKey = ['payment-days'];

export const lookDefaults = { q: '', state: '', day: '', sort: '', page: '1', pageSize: '20' };
export type LookFilter = typeof lookDefaults;
export const isLookFiltered = ({ q, state, day }: LookFilter): boolean => Boolean(q || state || day);

const queryOf = ({ q, state, day, ...paging }: LookFilter) => ({
  q: orNone(q),
  state: orNone(state) as never,
  day: orNone(day),
  ...pageOf(paging),
});
export const listPayments = (filter: LookFilter) => client.get('/api/console/payments', { query: queryOf(filter) });
export const listRefunds = (filter: LookFilter) =>
  client.get('/api/console/payment-refunds', { query: queryOf(filter) });
export const readPayment = (paymentNo: string) =>
  client.get('/api/console/payments/{paymentNo}', { params: { paymentNo } });
export const giveBack = (paymentNo: string, body: { amountFen: number; reason: string }, idempotencyKey: string) =>
  client.post('/api/console/payments/{paymentNo}/refunds', { params: { paymentNo }, body, idempotencyKey });

export const lastDays = (count: number) => client.get('/api/console/payments/days', { query: { count } });
export const listDifferences = ({ state, ...paging }: { state: string; page: string; pageSize: string }) =>
  client.get('/api/console/reconciliation/differences', { query: { state: state as 'open', ...pageOf(paging) } });
export const settleDifference = (id: string, note: string) =>
  client.post('/api/console/reconciliation/differences/{id}/settlement', { params: { id }, body: { note } });
export const compareAgain = (day: string) =>
  client.post('/api/console/reconciliation/days/{day}/comparison', { params: { day } });
