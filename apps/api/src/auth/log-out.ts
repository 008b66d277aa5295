import { Sessions, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** Ends one session at once, with all its tokens. */
@Injectable()
export class LogOut {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
  ) {}

  execute(sessionId: string): Promise<void> {
    return this.unitOfWork.run((tx) => this.sessions.revoke(tx, sessionId));
  }
}
