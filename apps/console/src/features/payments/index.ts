export { PaymentsPage } from './payments-page';
export { ReconciliationPage } from './reconciliation-page';
export { RefundsPage } from './refunds-page';
