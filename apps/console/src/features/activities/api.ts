import { allRows, client } from '../../shared/api/client';
import type { ActivityInput, ActivityStatusChange } from '../../shared/api/types';

export const activitiesKey = ['activities'];
export const activityKey = (id: string) => ['activities', id];
export const entriesKey = (id: string) => ['activities', id, 'entries'];

const of = (id: string) => ({ params: { id } });

export const listActivities = () =>
  allRows((page, pageSize) => client.get('/api/console/activities', { query: { page, pageSize } }));
export const readActivity = (id: string) => client.get('/api/console/activities/{id}', of(id));
export const createActivity = (body: ActivityInput) => client.post('/api/console/activities', { body });
export const reviseActivity = (id: string, body: ActivityInput) =>
  client.put('/api/console/activities/{id}', { ...of(id), body });
export const setActivityStatus = (id: string, status: ActivityStatusChange) =>
  client.post('/api/console/activities/{id}/status', { ...of(id), body: { status } });
export const listEntries = (id: string) => client.get('/api/console/activities/{id}/entries', of(id));
