import { client } from '../../shared/api/client';
import type { ImportColumn, MappingInput } from '../../shared/api/types';

export const importsKey = ['imports'];
export const importKey = (importId: string) => ['imports', importId];

const of = (importId: string) => ({ params: { id: importId } });

export const listImports = () => client.get('/api/console/imports');
export const upload = (fileName: string, content: string) =>
  client.post('/api/console/imports', { body: { fileName, content, encoding: 'utf8' } });
export const readImport = (importId: string) => client.get('/api/console/imports/{id}', of(importId));
export const saveMapping = (importId: string, body: MappingInput) =>
  client.post('/api/console/imports/{id}/mapping', { ...of(importId), body });
export const dryRun = (importId: string) => client.post('/api/console/imports/{id}/dry-run', of(importId));
export const runImport = (importId: string) => client.post('/api/console/imports/{id}/run', of(importId));
export const cancelImport = (importId: string) => client.post('/api/console/imports/{id}/cancel', of(importId));
export const reportCsv = async (importId: string): Promise<string> =>
  String((await client.get('/api/console/imports/{id}/report.csv', of(importId))) ?? '');

const columnsKey = (importId: string): string => `fanloop.import-columns.${importId}`;

/** The api tells the columns once, at the upload; they are kept for as long as this browser tab lives. */
export const keepColumns = (importId: string, columns: ImportColumn[]): void =>
  sessionStorage.setItem(columnsKey(importId), JSON.stringify(columns));

export const keptColumns = (importId: string): ImportColumn[] =>
  JSON.parse(sessionStorage.getItem(columnsKey(importId)) ?? '[]') as ImportColumn[];
