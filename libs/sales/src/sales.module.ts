import { Module } from '@nestjs/common';
import { DailySalesRead } from './reads/daily-sales.read';
import { ImportsRead } from './reads/imports.read';
import { MemberSpendingRead } from './reads/member-spending.read';
import { ProductsRead } from './reads/products.read';
import { PurchasesRead } from './reads/purchases.read';
import { RefundsRead } from './reads/refunds.read';
import { SalesPersonalData } from './reads/sales-personal-data.read';
import { CatalogueDoor, SalesDoor } from './sales.door';
import { ImportRepository } from './store/import.repository';
import { MemberCounts } from './store/member-counts.repository';
import { ProductRepository } from './store/product.repository';
import { PurchaseRepository } from './store/purchase.repository';
import { RefundRepository } from './store/refund.repository';
import { CreateImport } from './use-cases/create-import.use-case';
import { ProgressImport } from './use-cases/progress-import.use-case';
import { PutProducts } from './use-cases/put-products.use-case';
import { RecordPurchases } from './use-cases/record-purchases.use-case';
import { RefundPurchase } from './use-cases/refund-purchase.use-case';
import { SteerImport } from './use-cases/steer-import.use-case';

const OPEN = [
  SalesDoor,
  CreateImport,
  SteerImport,
  ProgressImport,
  PutProducts,
  PurchasesRead,
  RefundsRead,
  DailySalesRead,
  MemberSpendingRead,
  SalesPersonalData,
  ProductsRead,
  ImportsRead,
];

@Module({
  providers: [
    ...OPEN,
    CatalogueDoor,
    RecordPurchases,
    RefundPurchase,
    PurchaseRepository,
    RefundRepository,
    ProductRepository,
    MemberCounts,
    ImportRepository,
  ],
  exports: OPEN,
})
export class SalesModule {}
