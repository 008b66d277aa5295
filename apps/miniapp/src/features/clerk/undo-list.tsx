import { money } from '@/shared/format/amount';
import { clockText } from '@/shared/format/time';
import { go, routes } from '@/shared/nav/nav';
import { Card } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Empty } from '@/shared/ui/empty';
import { QueryView } from '@/shared/ui/query-view';
import { text } from './strings';
import { useWaitingUndos } from './undo.api';

/** On the workbench of whoever may agree. */
export const WaitingUndosCell = ({ storeId }: { storeId: string }) => {
  const waiting = useWaitingUndos(storeId);
  const count = waiting.data?.items.length ?? 0;
  return (
    <Cell
      id="to-undos"
      icon="refresh"
      title={text.undoList}
      value={count > 0 ? text.undoPiece(count) : undefined}
      onTap={() => go(routes.clerkUndos, { storeId })}
    />
  );
};

/** Slips above the limit that wait for a second person; each opens its receipt. */
export const UndoList = ({ storeId }: { storeId: string }) => (
  <QueryView query={useWaitingUndos(storeId)}>
    {({ items }) =>
      items.length ? (
        <Card className="card--list">
          {items.map((undo) => (
            <Cell
              key={undo.purchaseNo}
              id={`undo-${undo.purchaseNo}`}
              title={money(undo.paidFen)}
              note={[clockText(undo.askedAt), undo.askedBy, undo.reason].join(' · ')}
              onTap={() => go(routes.clerkReceipt, { no: undo.purchaseNo })}
            />
          ))}
        </Card>
      ) : (
        <Empty picture="cup" title={text.undoNone} note={text.undoNoneNote} />
      )
    }
  </QueryView>
);
