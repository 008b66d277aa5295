import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { platform } from '@/platform';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { ConsentPurpose, ConsentText } from '@/shared/http/types';
import { becomeMember } from '@/shared/session/session';

export const useConsentTexts = () =>
  useQuery({
    queryKey: keys.consentTexts,
    queryFn: () => api.get('/api/member/consent-texts'),
    staleTime: 10 * 60_000,
  });

export interface Enrolment {
  phoneCode: string;
  texts: ConsentText[];
  granted: Partial<Record<ConsentPurpose, boolean>>;
}

/** One answer per purpose is recorded, the refused ones too. */
export const useEnrol = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ phoneCode, texts, granted }: Enrolment) => {
      const inviterNo = platform.inviterNo() ?? undefined;
      const consents = texts.map(({ purpose, version }) => ({ purpose, version, granted: granted[purpose] === true }));
      return api.post('/api/member/enrolment', { body: { phoneCode, consents, inviterNo } });
    },
    onSuccess: ({ member, tokens }) => {
      becomeMember(tokens);
      client.setQueryData(keys.me, member);
      void client.invalidateQueries();
    },
  });
};
