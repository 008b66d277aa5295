import { go, routes } from '@/shared/nav/nav';
import { Card } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { text } from './strings';

/** The way in for who holds a card with a code. */
export const CodeEntryCell = () => (
  <Card className="card--list">
    <Cell
      id="to-code-entry"
      icon="scan"
      title={text.code.entry}
      note={text.code.entryNote}
      onTap={() => go(routes.couponCode)}
    />
  </Card>
);
