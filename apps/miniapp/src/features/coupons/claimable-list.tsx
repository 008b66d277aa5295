import type { ClaimableTemplate } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { useSessionStore } from '@/shared/session/store';
import { Button } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { QueryView } from '@/shared/ui/query-view';
import { Ticket } from '@/shared/ui/ticket';
import { sayDone, sayError } from '@/shared/ui/toast';
import { useClaim, useClaimable } from './coupons.api';
import { text } from './strings';

const SCARCE = 100;

/** Worth saying only when it may run out. */
const scarce = ({ stockLeft }: ClaimableTemplate): string =>
  stockLeft > 0 && stockLeft < SCARCE ? text.left(stockLeft) : '';

/** A sentence, so it stands under the days: beside them it would squeeze both. */
const whyNot = ({ reason, stockLeft }: ClaimableTemplate): string => reason ?? (stockLeft > 0 ? text.got : text.gone);

interface ClaimableProps {
  template: ClaimableTemplate;
  busy: boolean;
  onClaim: () => void;
}

const Claimable = ({ template, busy, onClaim }: ClaimableProps) => (
  <Ticket
    headline={template.headline}
    thresholdFen={template.thresholdFen}
    name={template.name}
    terms={template.terms}
    validity={[template.validityText, template.claimable ? scarce(template) : whyNot(template)]}
    faded={!template.claimable}
    action={
      template.claimable ? (
        <Button id={`claim-${template.templateId}`} size="small" busy={busy} onTap={onClaim}>
          {text.claim}
        </Button>
      ) : undefined
    }
  />
);

export const ClaimableList = () => {
  const templates = useClaimable();
  const claim = useClaim();
  const enrolled = useSessionStore((session) => session.state === 'member');
  const take = (templateId: string) => {
    if (!enrolled) return go(routes.join);
    claim.mutate(templateId, { onSuccess: () => sayDone(text.claimed), onError: sayError });
  };
  const { title, note, action } = text.empty.claimable;
  return (
    <QueryView query={templates} skeleton="ticket">
      {({ items }) =>
        items.length ? (
          items.map((template) => (
            <Claimable
              key={template.templateId}
              template={template}
              busy={claim.isPending && claim.variables === template.templateId}
              onClaim={() => take(template.templateId)}
            />
          ))
        ) : (
          <Empty picture="ticket" title={title} note={note} action={action} onAction={() => go(routes.activities)} />
        )
      }
    </QueryView>
  );
};
