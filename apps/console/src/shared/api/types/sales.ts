export interface ReceiptLine {
  name: string;
  quantity: number;
  amountFen: number;
}

export interface Receipt {
  purchaseNo: string;
  at: string;
  storeName: string;
  clerkName: string | null;
  grossFen: number;
  discountFen: number;
  paidFen: number;
  points: number;
  balanceAfter: number | null;
  why: string[];
  lines: ReceiptLine[];
  couponName: string | null;
  refunded: boolean;
}

export interface PurchaseRow extends Receipt {
  memberNo: string | null;
  source: string;
}

export type ImportState = 'uploaded' | 'mapped' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed';

export interface ImportError {
  row: number;
  code: string;
  message: string;
}

export interface ImportColumn {
  name: string;
  sample: string[];
}

export interface ImportUpload {
  importId: string;
  columns: ImportColumn[];
  rows: number;
}

export interface ImportView {
  importId: string;
  fileName: string;
  state: ImportState;
  rows: number;
  written: number;
  skipped: number;
  duplicates: number;
  progressPercent: number;
  errors: ImportError[];
  createdAt?: string;
  createdBy?: string;
  columns?: ImportColumn[];
  mapping?: Record<string, string> | null;
}

export interface ImportReport {
  rows: number;
  written: number;
  skipped: number;
  duplicates: number;
  errors: ImportError[];
}
