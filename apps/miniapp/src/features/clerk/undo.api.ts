import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isOffline } from '@/shared/http/api-error';
import { newKey } from '@/shared/http/idempotency';
import type { RefundPreview } from '@/shared/http/types';
import { seenIn } from './seen';

export const useUndoPreview = (purchaseNo: string, enabled: boolean) =>
  useQuery({
    // Not under the keys that a done undo makes stale: asked once more it could only be refused.
    queryKey: ['undo-preview', purchaseNo],
    queryFn: () => api.post('/api/clerk/purchases/{purchaseNo}/undo-preview', { params: { purchaseNo } }),
    enabled,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/** One key for one sheet: tapped again after a lost answer it is the same undo. */
const useIntent = (purchaseNo: string) => {
  const client = useQueryClient();
  const key = useRef<string | null>(null);
  return {
    key: (): string => {
      key.current ??= newKey('undo');
      return key.current;
    },
    settled: (error: unknown) => {
      if (isOffline(error)) return;
      key.current = null;
      void client.invalidateQueries({ queryKey: keys.clerk });
      void client.invalidateQueries({ queryKey: keys.clerkReceipt(purchaseNo) });
    },
  };
};

export const useUndo = (purchaseNo: string) => {
  const intent = useIntent(purchaseNo);
  return useMutation({
    mutationFn: ({ reason, preview }: { reason: string; preview: RefundPreview }) =>
      api.post('/api/clerk/purchases/{purchaseNo}/undos', {
        params: { purchaseNo },
        body: { reason, seen: seenIn(preview) },
        idempotencyKey: intent.key(),
      }),
    onSettled: (_answer, error) => intent.settled(error),
  });
};

export const useConfirmUndo = (purchaseNo: string) => {
  const intent = useIntent(purchaseNo);
  return useMutation({
    mutationFn: (preview: RefundPreview) =>
      api.post('/api/clerk/purchases/{purchaseNo}/undo-confirmations', {
        params: { purchaseNo },
        body: { seen: seenIn(preview) },
        idempotencyKey: intent.key(),
      }),
    onSettled: (_answer, error) => intent.settled(error),
  });
};

export const useDeclineUndo = (purchaseNo: string) => {
  const intent = useIntent(purchaseNo);
  return useMutation({
    mutationFn: () => api.post('/api/clerk/purchases/{purchaseNo}/undo-refusals', { params: { purchaseNo } }),
    onSettled: (_answer, error) => intent.settled(error),
  });
};

export const useWaitingUndos = (storeId: string) =>
  useQuery({
    queryKey: keys.clerkUndos(storeId),
    queryFn: () => api.get('/api/clerk/undos', { query: { storeId } }),
  });
