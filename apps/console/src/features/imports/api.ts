import { api } from '../../shared/api/transport';
import type { ImportReport, ImportUpload, ImportView } from '../../shared/api/types/sales';

export interface MappingInput {
  mapping: Record<string, string>;
  storeId?: string;
  source: string;
  dateFormat?: string;
}

const path = (importId: string): string => `/console/imports/${importId}`;

export const importsKey = ['imports'];
export const importKey = (importId: string) => ['imports', importId];

export const listImports = () => api.get<{ items: ImportView[]; total?: number }>('/console/imports');
export const upload = (fileName: string, content: string) =>
  api.post<ImportUpload>('/console/imports', { fileName, content, encoding: 'utf8' }, { timeoutMs: 120_000 });
export const readImport = (importId: string) => api.get<ImportView>(path(importId));
export const saveMapping = (importId: string, input: MappingInput) => api.post(`${path(importId)}/mapping`, input);
export const dryRun = (importId: string) =>
  api.post<ImportReport>(`${path(importId)}/dry-run`, {}, { timeoutMs: 300_000 });
export const runImport = (importId: string) => api.post(`${path(importId)}/run`);
export const cancelImport = (importId: string) => api.post(`${path(importId)}/cancel`);
export const reportCsv = (importId: string) => api.text(`${path(importId)}/report.csv`);
