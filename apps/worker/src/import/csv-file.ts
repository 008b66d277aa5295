import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ImportReport, RunImport } from '@fanloop/counter';
import { systemActor } from '@fanloop/kernel';
import { OrganizationDoor } from '@fanloop/organization';
import { CreateImport, type ImportSettings, ImportsRead, SteerImport } from '@fanloop/sales';
import type { INestApplicationContext } from '@nestjs/common';
import { z } from 'zod';
import type { ImportArgs } from './args';
import { followUp } from './follow-up';
import type { ProgressLine } from './progress-line';

const mappingSchema = z.object({
  mapping: z.record(z.string(), z.string()),
  source: z.string(),
  storeCode: z.string().nullish(),
  dateFormat: z.string().default('iso'),
  memberKind: z.string().default('phone'),
});

const actor = systemActor('import');

/** A CSV of purchases, by the same job that the console uses: it is seen there, and a killed run can go on there. */
export const importCsvFile = async (
  app: INestApplicationContext,
  args: Extract<ImportArgs, { kind: 'file' }>,
  progress: ProgressLine,
): Promise<string[]> => {
  const settings = await settingsOf(app, args.mapping);
  const content = await readFile(args.file, 'utf8');
  const { importId, rows } = await app
    .get(CreateImport, { strict: false })
    .execute({ fileName: basename(args.file), content, actor });
  const steer = app.get(SteerImport, { strict: false });
  await steer.map({ importId, settings, actor });
  progress.say(`import ${importId}: ${rows} rows`);
  const runImport = app.get(RunImport, { strict: false });
  if (args.dryRun) {
    const report = await runImport.dryRun(importId);
    await steer.cancel({ importId, actor });
    return ['dry run: nothing was kept', ...lines(report)];
  }
  await steer.run({ importId, actor });
  if (!(await runImport.execute(importId)))
    return [`import ${importId} was taken over by a worker, or stopped: see the console`];
  const view = await app.get(ImportsRead, { strict: false }).one(importId);
  await followUp(app, view.written > 0, progress);
  return lines(view);
};

const settingsOf = async (app: INestApplicationContext, file: string): Promise<ImportSettings> => {
  const { storeCode, ...settings } = mappingSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  if (!storeCode) return { ...settings, storeId: null };
  const store = await app.get(OrganizationDoor, { strict: false }).storeByCode(storeCode);
  if (!store) throw new Error(`no store has the code ${storeCode}`);
  return { ...settings, storeId: store.id };
};

const lines = (report: ImportReport): string[] => [
  `rows read      ${report.rows}`,
  `rows written   ${report.written}`,
  `duplicates     ${report.duplicates}`,
  `rows skipped   ${report.skipped}`,
  `points issued  ${report.points}`,
  ...report.errors.map((error) => `  row ${error.row}: ${error.code} ${error.message}`),
];
