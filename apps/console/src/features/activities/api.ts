import { api } from '../../shared/api/transport';
import type { ActivityEntry, ActivityInput, ActivityStatus, ActivityView } from '../../shared/api/types/activities';

const BASE = '/console/activities';
export const activitiesKey = ['activities'];
export const activityKey = (id: string) => ['activities', id];
export const entriesKey = (id: string) => ['activities', id, 'entries'];

export const listActivities = () => api.get<{ items: ActivityView[] }>(BASE, { pageSize: 200 });
export const readActivity = (id: string) => api.get<ActivityView>(`${BASE}/${id}`);
export const createActivity = (input: ActivityInput) => api.post<ActivityView>(BASE, input);
export const reviseActivity = (id: string, input: ActivityInput) => api.put<ActivityView>(`${BASE}/${id}`, input);
export const setActivityStatus = (id: string, status: ActivityStatus) => api.post(`${BASE}/${id}/status`, { status });
export const listEntries = (id: string) => api.get<{ items: ActivityEntry[] }>(`${BASE}/${id}/entries`);
