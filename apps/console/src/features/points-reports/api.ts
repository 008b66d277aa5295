import { client } from '../../shared/api/client';

export const liability = () => client.get('/api/console/points-reports/liability');
export const settlement = (from: string, until: string) =>
  client.get('/api/console/points-reports/settlement', { query: { from, until } });
