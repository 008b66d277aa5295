import 'reflect-metadata';
import { messageOf, Refusal, systemActor } from '@fanloop/kernel';
import { AddStaff } from '@fanloop/organization';
import { NestFactory } from '@nestjs/core';
import { readEnv } from '../../../config/env';
import { WorkerModule } from './worker.module';

const USAGE = 'npm run owner -- <login> <name>    makes an owner of the brand and shows a temporary password';

/** The first owner of a deployment (or one more): everybody else is made in the console. Written to the audit log. */
const addOwner = async (login: string, name: string): Promise<string> => {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(readEnv()), { logger: ['error'] });
  try {
    const command = { actor: systemActor('command-line'), name, role: 'owner', storeIds: [], login } as const;
    const { temporaryPassword } = await app.get(AddStaff, { strict: false }).execute(command);
    return temporaryPassword ?? '';
  } finally {
    await app.close();
  }
};

const main = async (): Promise<number> => {
  const [login, name] = process.argv.slice(2);
  if (!login || !name) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const password = await addOwner(login, name);
  process.stdout.write(`login     ${login}\npassword  ${password}    to be changed at the first log-in\n`);
  return 0;
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const reason = error instanceof Refusal ? error.reason('en') : messageOf(error);
    process.stderr.write(`owner: ${reason}\n`);
    process.exit(1);
  },
);
