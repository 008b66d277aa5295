import { UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { IssueProgress } from './issue-progress';
import { SkipRepository } from './skip.repository';

/** What each step of a running issue writes with. */
@Injectable()
export class IssueSteps {
  constructor(
    readonly unitOfWork: UnitOfWork,
    readonly progress: IssueProgress,
    readonly skips: SkipRepository,
  ) {}
}
