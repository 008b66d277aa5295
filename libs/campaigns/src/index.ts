import { CreateCampaignsTables1760001300001 } from './store/migrations/1760001300001-create-campaigns-tables';

export * from './campaigns.module';
export { type AudienceCount, AudiencePreviewRead, type IssuePreview } from './reads/audience-preview.read';
export { type IssueDetail, IssuesRead, type IssueView } from './reads/issues.read';
export { type KeptAudience, KeptAudienceRead } from './reads/kept-audience.read';
export { type Unissued, UnissuedRead } from './reads/unissued.read';
export type { AudienceConditions, Named as NamedChoice } from './rules/audience';
export { ISSUE_STATES, type IssueDraft, type IssueState, MOST_COPIES } from './rules/issue';
export { ExportUnissued } from './use-cases/export-unissued.use-case';
export { KeepAudience } from './use-cases/keep-audience.use-case';
export { RunIssues } from './use-cases/run-issues.use-case';
export { StartIssue } from './use-cases/start-issue.use-case';
export { SteerIssue } from './use-cases/steer-issue.use-case';
export { type UploadedList, UploadList } from './use-cases/upload-list.use-case';

export const campaignsMigrations = [CreateCampaignsTables1760001300001];
