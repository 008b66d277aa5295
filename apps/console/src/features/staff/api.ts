import { api } from '../../shared/api/transport';
import type { Invitation, StaffDraft, StaffRow } from '../../shared/api/types/organization';

const BASE = '/console/staff';
export const staffKey = ['staff'];

export interface CreatedStaff extends StaffRow {
  temporaryPassword?: string | null;
}

export const listStaff = () => api.get<{ items: StaffRow[] }>(BASE, { pageSize: 200 });
export const createStaff = (draft: StaffDraft) => api.post<CreatedStaff>(BASE, draft);
export const reviseStaff = (staffId: string, draft: StaffDraft) => api.put<StaffRow>(`${BASE}/${staffId}`, draft);
export const revokeStaff = (staffId: string) => api.post(`${BASE}/${staffId}/revocation`);
export const inviteStaff = (staffId: string) => api.post<Invitation>(`${BASE}/${staffId}/invitations`);
export const resetPassword = (staffId: string) =>
  api.post<{ temporaryPassword: string }>(`${BASE}/${staffId}/password-reset`);
