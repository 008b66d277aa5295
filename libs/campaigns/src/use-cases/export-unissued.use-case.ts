import type { Actor } from '@fanloop/kernel';
import { AuditLog, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { UnissuedRead } from '../reads/unissued.read';
import { refuse } from '../rules/refusals';
import { IssueRepository } from '../store/issue.repository';

/** Hands out the list of those who got nothing or less: names leave the house, so it is written down who took them. */
@Injectable()
export class ExportUnissued {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly issues: IssueRepository,
    private readonly unissued: UnissuedRead,
    private readonly audit: AuditLog,
  ) {}

  /** A CSV in parts, formula-safe. Throws IssueNotFound. */
  execute({ issueId, actor }: { readonly issueId: string; readonly actor: Actor }): Promise<AsyncGenerator<string>> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.issues.find(tx, issueId))) throw refuse('IssueNotFound');
      await this.audit.append(tx, { actor, action: 'campaigns.unissued-exported', subject: `bulk-issue:${issueId}` });
      return this.unissued.csv(issueId);
    });
  }
}
