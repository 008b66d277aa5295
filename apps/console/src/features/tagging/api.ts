import { client } from '../../shared/api/client';

export const rfmKey = ['tagging', 'rfm'];

export const readRfm = () => client.get('/api/console/tagging/rfm');
export const startRun = () => client.post('/api/console/tagging/runs');
export const readRun = (runId: string) => client.get('/api/console/tagging/runs/{id}', { params: { id: runId } });
export const createTag = (body: { code: string; name: string; description: string }) =>
  client.post('/api/console/tags', { body });

export interface Cell {
  r: number;
  f: number;
  /** Empty: whatever the money score. */
  m: string;
}

export const listSegment = ({ r, f, m }: Cell, page: string) =>
  client.get('/api/console/segments/rfm', {
    query: { r, f, m: m === '' ? undefined : Number(m), page: Number(page), pageSize: 10 },
  });
