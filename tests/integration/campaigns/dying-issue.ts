// A worker in a process of its own that kills itself, as `kill -9` does, before it writes the place of the so-manieth chunk.
// node -r typescript-hook.cjs dying-issue.ts <database url> <redis url> <present> <chunk>
import 'reflect-metadata';
import { Injectable } from '@nestjs/common';
import { IssueProgress } from '../../../libs/campaigns/src/store/issue-progress';
import { FixedClock } from '../../support/fixed-clock';
import { campaignsProcess } from './campaigns-on';

const [, , url, redisUrl, present, chunk] = process.argv as [string, string, string, string, string, string];

@Injectable()
class Dying extends IssueProgress {
  private written = 0;

  override async advance(...step: Parameters<IssueProgress['advance']>): Promise<boolean> {
    this.written += 1;
    if (this.written < Number(chunk)) return super.advance(...step);
    process.kill(process.pid, 'SIGKILL');
    // The signal is on its way: nothing more may reach the database.
    return new Promise(() => undefined);
  }
}

campaignsProcess({ url, redisUrl }, new FixedClock(present), [[IssueProgress, Dying]])
  .then(({ run }) => run.execute())
  .then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
