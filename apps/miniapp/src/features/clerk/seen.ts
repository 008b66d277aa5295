import type { RefundPreview } from '@/shared/http/types';

/** The figures that the clerk has seen: the server refuses to take back when they no longer hold. */
export const seenIn = (preview: RefundPreview) => ({
  amountFen: preview.amountFen,
  deductedFen: preview.deductedFen,
  couponDeductedFen: preview.couponDeductedFen,
  pointsClawedBack: preview.pointsClawedBack,
  debtPoints: preview.debtPoints,
  deductedPoints: preview.deductedPoints,
  writtenOffPoints: preview.writtenOffPoints,
  couponReturned: preview.couponReturned,
});
