import { api } from '../../shared/api/transport';
import type { Feed, Page } from '../../shared/api/types/common';
import type { MemberCoupon, MemberDetail, MemberRow, TimelineItem } from '../../shared/api/types/members';

export interface MembersFilter extends Record<string, string> {
  q: string;
  tier: string;
  fanTier: string;
  tag: string;
  sort: string;
  page: string;
  pageSize: string;
}

export const membersFilter: MembersFilter = {
  q: '',
  tier: '',
  fanTier: '',
  tag: '',
  sort: '',
  page: '1',
  pageSize: '20',
};

export const listMembers = (filter: MembersFilter) => api.get<Page<MemberRow>>('/console/members', filter);

export const memberKey = (memberId: string) => ['member', memberId];
const path = (memberId: string): string => `/console/members/${memberId}`;

export const member = (memberId: string) => api.get<MemberDetail>(path(memberId));
export const timeline = (memberId: string, cursor: string | null) =>
  api.get<Feed<TimelineItem>>(`${path(memberId)}/timeline`, { cursor, limit: 30 });
export const memberCoupons = (memberId: string) => api.get<{ items: MemberCoupon[] }>(`${path(memberId)}/coupons`);
export const revealPhone = (memberId: string) => api.get<{ phone: string }>(`${path(memberId)}/phone`);
export const adjustPoints = (memberId: string, input: { points: number; reason: string }, key: string) =>
  api.post(`${path(memberId)}/points-adjustments`, input, { key });
export const addTag = (memberId: string, code: string) => api.post(`${path(memberId)}/tags/${code}`);
export const removeTag = (memberId: string, code: string) => api.delete(`${path(memberId)}/tags/${code}`);
