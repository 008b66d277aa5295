export { BulkIssuePage } from './issue-page';
export { BulkIssuesPage } from './issues-page';
export { NewBulkIssuePage } from './new-issue-page';
