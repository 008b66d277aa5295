export { PurchasesPage } from './purchases-page';
