import { allRows, client } from '../../shared/api/client';
import type { StaffDraft } from '../../shared/api/types';

export const staffKey = ['staff'];

const of = (staffId: string) => ({ params: { id: staffId } });

export const listStaff = () =>
  allRows((page, pageSize) => client.get('/api/console/staff', { query: { page, pageSize } }));
export const createStaff = (body: StaffDraft) => client.post('/api/console/staff', { body });
export const reviseStaff = (staffId: string, body: StaffDraft) =>
  client.put('/api/console/staff/{id}', { ...of(staffId), body });
export const revokeStaff = (staffId: string) => client.post('/api/console/staff/{id}/revocation', of(staffId));
export const inviteStaff = (staffId: string) => client.post('/api/console/staff/{id}/invitations', of(staffId));
export const resetPassword = (staffId: string) => client.post('/api/console/staff/{id}/password-reset', of(staffId));
