import { api } from '../../shared/api/transport';
import type { Page } from '../../shared/api/types/common';
import type { MemberRow } from '../../shared/api/types/members';
import type { RfmGrid, TaggingRun } from '../../shared/api/types/tagging';

export const rfmKey = ['tagging', 'rfm'];

export const readRfm = () => api.get<RfmGrid>('/console/tagging/rfm');
export const startRun = () => api.post<{ runId: string }>('/console/tagging/runs');
export const readRun = (runId: string) => api.get<TaggingRun>(`/console/tagging/runs/${runId}`);
export const listSegment = (cell: { r: number; f: number; m: string }, page: string) =>
  api.get<Page<MemberRow>>('/console/segments/rfm', { ...cell, page, pageSize: 10 });
