import { CouponsModule } from '@fanloop/coupons';
import { LoyaltyModule } from '@fanloop/loyalty';
import { TaggingModule } from '@fanloop/tagging';
import { type DynamicModule, Module } from '@nestjs/common';
import { AudienceMembers } from './reads/audience-members.read';
import { AudiencePreviewRead } from './reads/audience-preview.read';
import { IssuesRead } from './reads/issues.read';
import { KeptAudienceRead } from './reads/kept-audience.read';
import { ListReader } from './reads/list-reader';
import { UnissuedRead } from './reads/unissued.read';
import { IssueRepository } from './store/issue.repository';
import { IssueProgress } from './store/issue-progress';
import { IssueSteps } from './store/issue-steps';
import { IssueTrail } from './store/issue-trail';
import { ListRepository } from './store/list.repository';
import { SkipRepository } from './store/skip.repository';
import { ExportUnissued } from './use-cases/export-unissued.use-case';
import { FreezeAudience } from './use-cases/freeze-audience';
import { IssueChunk } from './use-cases/issue-chunk';
import { KeepAudience } from './use-cases/keep-audience.use-case';
import { RunIssues } from './use-cases/run-issues.use-case';
import { StartIssue } from './use-cases/start-issue.use-case';
import { SteerIssue } from './use-cases/steer-issue.use-case';
import { TellIssued } from './use-cases/tell-issued';
import { UploadList } from './use-cases/upload-list.use-case';
import { WriteIssued } from './use-cases/write-issued';

export interface CampaignsOptions {
  /** The configured members module. */
  readonly imports: DynamicModule[];
}

const INNER = [
  IssueRepository,
  IssueProgress,
  IssueSteps,
  IssueTrail,
  ListRepository,
  ListReader,
  SkipRepository,
  AudienceMembers,
  FreezeAudience,
  IssueChunk,
  TellIssued,
  WriteIssued,
];

const SHOWN = [
  AudiencePreviewRead,
  IssuesRead,
  UnissuedRead,
  KeptAudienceRead,
  UploadList,
  KeepAudience,
  StartIssue,
  SteerIssue,
  ExportUnissued,
  RunIssues,
];

/** Coupons for many at once. Composes who (members, tiers, tags) with coupons and messages. */
@Module({})
export class CampaignsModule {
  static forRoot(options: CampaignsOptions): DynamicModule {
    return {
      module: CampaignsModule,
      imports: [LoyaltyModule, CouponsModule, TaggingModule, ...options.imports],
      providers: [...INNER, ...SHOWN],
      exports: SHOWN,
    };
  }
}
