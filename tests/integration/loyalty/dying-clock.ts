// A sweep of the clock's triggers in a process of its own that kills itself, as `kill -9` does, when it comes to a step.
// node -r typescript-hook.cjs dying-clock.ts <database url> <present> <step> <variant>
import 'reflect-metadata';
import { Outbox, prepareConnections, UnitOfWork } from '@fanloop/platform';
import { createDataSource } from '../../../config/data-source';
import { ScheduleRuns } from '../../../libs/loyalty/src/store/schedule-runs.repository';
import { FixedClock } from '../../support/fixed-clock';
import { clockTwin } from './event-twins';
import { eventsOn } from './events-on';

const [, , url, present, step, variant] = process.argv as [string, string, string, string, string, string];

const dieAt = async <T>(here: string, before: Promise<T>): Promise<T> => {
  const value = await before;
  if (here === step) {
    process.kill(process.pid, 'SIGKILL');
    // The signal is on its way: nothing more may reach the database.
    await new Promise(() => undefined);
  }
  return value;
};

class Runs extends ScheduleRuns {
  override begin(...args: Parameters<ScheduleRuns['begin']>) {
    return dieAt('run begun', super.begin(...args));
  }
  override take(...args: Parameters<ScheduleRuns['take']>) {
    return dieAt('run taken', super.take(...args));
  }
  override advance(...args: Parameters<ScheduleRuns['advance']>) {
    return dieAt('mark written', super.advance(...args));
  }
}
class Events extends Outbox {
  override append(...args: Parameters<Outbox['append']>) {
    return dieAt('members told', super.append(...args));
  }
}
class Transactions extends UnitOfWork {
  private commits = 0;
  override async run<T>(...args: Parameters<typeof UnitOfWork.prototype.run<T>>): Promise<T> {
    const value = await super.run<T>(...args);
    this.commits += 1;
    return dieAt(`commit ${this.commits}`, Promise.resolve(value));
  }
}

const sweep = async (): Promise<void> => {
  const dataSource = await createDataSource(url, { poolSize: 2 }).initialize();
  prepareConnections(dataSource);
  const events = eventsOn(dataSource, new FixedClock(present), {
    ...clockTwin(variant),
    unitOfWork: new Transactions(dataSource),
    runs: new Runs(),
    outbox: new Events(),
  });
  await events.clock.execute();
  await dataSource.destroy();
};

sweep().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
