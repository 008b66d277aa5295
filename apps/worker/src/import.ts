import { messageOf } from '@fanloop/kernel';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readEnv } from '../../../config/env';
import { type ImportArgs, readArgs, USAGE } from './import/args';
import { importCompleteJourney } from './import/complete-journey';
import { importCsvFile } from './import/csv-file';
import { ProgressLine } from './import/progress-line';
import { WorkerModule } from './worker.module';

/** `npm run import -- …`: records purchases of the past, by the same use cases as everything else. */
const run = async (args: ImportArgs): Promise<string[]> => {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(readEnv()), {
    logger: ['error', 'warn'],
  });
  const progress = new ProgressLine(process.stderr);
  try {
    return args.kind === 'preset'
      ? await importCompleteJourney(app, args.folder, progress)
      : await importCsvFile(app, args, progress);
  } finally {
    progress.end();
    await app.close();
  }
};

const main = async (): Promise<void> => {
  const args = readArgs(process.argv.slice(2));
  if (!args) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const lines = await run(args);
  process.stdout.write(`${lines.join('\n')}\n`);
};

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`import: ${messageOf(error)}\n`);
    process.exit(1);
  },
);
