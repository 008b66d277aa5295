import { Injectable } from '@nestjs/common';
import { IssueChunk } from './issue-chunk';
import { TellIssued } from './tell-issued';

/** The two steps of which a running issue consists. */
@Injectable()
export class WriteIssued {
  constructor(
    readonly issued: IssueChunk,
    readonly told: TellIssued,
  ) {}
}
