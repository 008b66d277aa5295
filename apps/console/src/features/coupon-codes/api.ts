import { client } from '../../shared/api/client';
import type { CodeFileInput, CodeFormInput, ImportCodesInput, OrderCodesInput } from '../../shared/api/types';

export const batchesKey = (templateId: string) => ['code-batches', templateId];
export const batchKey = (batchId: string) => ['code-batch', batchId];
export const examplesKey = (form: CodeFormInput) => ['code-examples', form];

const of = (id: string) => ({ params: { id } });

export const templateOf = (templateId: string) => client.get('/api/console/coupons/templates/{id}', of(templateId));
export const listBatches = (templateId: string) =>
  client.get('/api/console/coupons/templates/{id}/code-batches', of(templateId));
export const readBatch = (batchId: string) => client.get('/api/console/coupons/code-batches/{id}', of(batchId));
export const drawExamples = (body: CodeFormInput) => client.post('/api/console/coupons/code-examples', { body });
export const orderCodes = (templateId: string, body: OrderCodesInput, idempotencyKey: string) =>
  client.post('/api/console/coupons/templates/{id}/code-batches', { ...of(templateId), body, idempotencyKey });
export const lookThrough = (body: CodeFileInput) => client.post('/api/console/coupons/code-files', { body });
export const importCodes = (templateId: string, body: ImportCodesInput) =>
  client.post('/api/console/coupons/templates/{id}/code-imports', { ...of(templateId), body });
export const cancelBatch = (batchId: string) =>
  client.post('/api/console/coupons/code-batches/{id}/cancel', of(batchId));
export const endBatch = (batchId: string) => client.post('/api/console/coupons/code-batches/{id}/end', of(batchId));
export const findCode = (code: string) => client.post('/api/console/coupons/code-lookup', { body: { code } });
/** The file as text; the answer is no JSON. */
export const exportCodes = async (batchId: string): Promise<string> =>
  String(await client.get('/api/console/coupons/code-batches/{id}/codes.csv', of(batchId)));
