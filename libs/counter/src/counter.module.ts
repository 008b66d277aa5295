import { CouponsModule } from '@fanloop/coupons';
import { LoyaltyModule } from '@fanloop/loyalty';
import { OrganizationModule } from '@fanloop/organization';
import { SalesModule } from '@fanloop/sales';
import { TaggingModule } from '@fanloop/tagging';
import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { CustomerCardRead } from './reads/customer-card.read';
import { GiveableCouponsRead } from './reads/giveable-coupons.read';
import { ReceiptsRead } from './reads/receipts.read';
import { RefundReceiptsRead } from './reads/refund-receipts.read';
import { StoreHistoryRead } from './reads/store-history.read';
import { UndoNames, UndosRead } from './reads/undos.read';
import { ReceiptRepository } from './store/receipt.repository';
import { RefundNoteRepository } from './store/refund-note.repository';
import { ServedMember } from './store/served-member';
import { TillSettingsRepository } from './store/till-settings.repository';
import { UndoRepository } from './store/undo.repository';
import { VisitRepository } from './store/visit.repository';
import { ChangeUndoSettings } from './use-cases/change-undo-settings.use-case';
import { DecideUndo } from './use-cases/decide-undo.use-case';
import { GiveCoupon } from './use-cases/give-coupon.use-case';
import { GivingDesk } from './use-cases/giving-desk';
import { PrepareSale } from './use-cases/prepare-sale';
import { PreviewPurchase } from './use-cases/preview-purchase.use-case';
import { PreviewRefund, RefundLook } from './use-cases/preview-refund.use-case';
import { PreviewUndo } from './use-cases/preview-undo.use-case';
import { RecordImportedPurchases } from './use-cases/record-imported-purchases.use-case';
import { RecordPurchase } from './use-cases/record-purchase.use-case';
import { RecordSales } from './use-cases/record-sales';
import { RefundSale } from './use-cases/refund-sale.use-case';
import { RefundSteps } from './use-cases/refund-steps';
import { RefundTrail } from './use-cases/refund-trail';
import { Reward } from './use-cases/reward';
import { RunImport } from './use-cases/run-import.use-case';
import { RunWaitingImports } from './use-cases/run-waiting-imports.use-case';
import { OpenVisit, ScanCustomer } from './use-cases/scan-customer.use-case';
import { ShopperFacts } from './use-cases/shopper-facts';
import { UndoDesk, UndoSale } from './use-cases/undo-sale.use-case';

const OPEN = [
  ScanCustomer,
  PreviewPurchase,
  RecordPurchase,
  RefundSale,
  PreviewRefund,
  PreviewUndo,
  UndoSale,
  DecideUndo,
  ChangeUndoSettings,
  UndosRead,
  RecordImportedPurchases,
  RunImport,
  RunWaitingImports,
  ReceiptsRead,
  GiveCoupon,
  GiveableCouponsRead,
];

/** The till: sales, coupons and loyalty in one transaction. */
@Module({})
export class CounterModule {
  /** `imports`: the members module, made once for the deployment. */
  static forRoot(options: { imports: ModuleMetadata['imports'] }): DynamicModule {
    return {
      module: CounterModule,
      imports: [
        OrganizationModule,
        SalesModule,
        LoyaltyModule,
        CouponsModule,
        TaggingModule,
        ...(options.imports ?? []),
      ],
      providers: [
        ...OPEN,
        OpenVisit,
        ShopperFacts,
        PrepareSale,
        RecordSales,
        RefundSteps,
        RefundLook,
        UndoDesk,
        UndoNames,
        UndoRepository,
        TillSettingsRepository,
        RefundTrail,
        RefundReceiptsRead,
        RefundNoteRepository,
        Reward,
        VisitRepository,
        ServedMember,
        GivingDesk,
        ReceiptRepository,
        CustomerCardRead,
        StoreHistoryRead,
      ],
      exports: OPEN,
    };
  }
}
