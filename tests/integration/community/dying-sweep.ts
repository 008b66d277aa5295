// A sweep in a process of its own that kills itself, as `kill -9` does, when it comes to a step.
// node -r typescript-hook.cjs dying-sweep.ts <database url> <present> <step> <sound|twice|lost>
import 'reflect-metadata';
import { Outbox, prepareConnections, UnitOfWork } from '@fanloop/platform';
import { createDataSource } from '../../../config/data-source';
import { DueContentRepository } from '../../../libs/community/src/store/due-content.repository';
import { OccurrenceRepository } from '../../../libs/community/src/store/occurrence.repository';
import { PostRepository } from '../../../libs/community/src/store/post.repository';
import { FixedClock } from '../../support/fixed-clock';
import { communityOn } from './community-on';
import { PostsWithoutKey, twinOf } from './twins';

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

class Due extends DueContentRepository {
  override claimDue(...args: Parameters<DueContentRepository['claimDue']>) {
    return dieAt('claim written', super.claimDue(...args));
  }
}
class Occurrences extends OccurrenceRepository {
  private locks = 0;
  override async lock(...args: Parameters<OccurrenceRepository['lock']>) {
    this.locks += 1;
    return dieAt(this.locks === 1 ? 'claim committed' : 'dispatching committed', super.lock(...args));
  }
  override dispatch(...args: Parameters<OccurrenceRepository['dispatch']>) {
    return dieAt('dispatching written', super.dispatch(...args));
  }
  override settle(...args: Parameters<OccurrenceRepository['settle']>) {
    return dieAt('state written', super.settle(...args));
  }
}
class Posts extends (variant === 'twice' ? PostsWithoutKey : PostRepository) {
  override insert(...args: Parameters<PostRepository['insert']>) {
    return dieAt('post written', super.insert(...args));
  }
}
class Events extends Outbox {
  override append(...args: Parameters<Outbox['append']>) {
    return dieAt('event written', super.append(...args));
  }
}
class Transactions extends UnitOfWork {
  private commits = 0;
  override async run<T>(...args: Parameters<typeof UnitOfWork.prototype.run<T>>): Promise<T> {
    const value = await super.run<T>(...args);
    this.commits += 1;
    return dieAt(this.commits === 3 ? 'publication committed' : '', Promise.resolve(value));
  }
}

const sweep = async (): Promise<void> => {
  const dataSource = await createDataSource(url, { poolSize: 2 }).initialize();
  prepareConnections(dataSource);
  const community = communityOn(dataSource, new FixedClock(present), {
    unitOfWork: new Transactions(dataSource),
    due: new Due(),
    occurrences: new Occurrences(),
    posts: new Posts(),
    outbox: new Events(),
    sweep: twinOf(variant)?.sweep,
  });
  await community.sweep.execute();
  await dataSource.destroy();
};

sweep().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
