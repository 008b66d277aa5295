import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { MallItem } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { Figure } from '../../shared/ui/figure';
import { Panel } from '../../shared/ui/panel';
import { useAction } from '../../shared/ui/use-action';
import { changeStock, importCodes, itemsKey } from './api';
import styles from './mall.module.css';
import { t } from './strings';

function ChangeStock({ id }: { id: string }) {
  const [by, setBy] = useState<number | null>(null);
  const change = useAction((pieces: number) => changeStock(id, pieces), {
    said: t.stockDone,
    refresh: [itemsKey],
    onDone: () => setBy(null),
  });
  return (
    <>
      <div className={styles.row}>
        <InputNumber
          value={by}
          onChange={setBy}
          precision={0}
          placeholder={t.stockPlaceholder}
          aria-label={t.stockPlaceholder}
          style={{ flex: 1 }}
        />
        <Button disabled={!by} loading={change.isPending} onClick={() => by && change.mutate(by)}>
          {t.stockChange}
        </Button>
      </div>
      <p className={styles.hint}>{t.stockHint}</p>
    </>
  );
}

function ImportCodes({ id }: { id: string }) {
  const [lines, setLines] = useState('');
  const load = useAction((codes: string[]) => importCodes(id, codes), {
    said: ({ added, known }) => t.codesDone(added, known),
    refresh: [itemsKey],
    onDone: () => setLines(''),
  });
  return (
    <>
      <Input.TextArea
        rows={5}
        value={lines}
        onChange={(event) => setLines(event.target.value)}
        placeholder={t.codesPlaceholder}
        aria-label={t.codesPlaceholder}
      />
      <p className={styles.hint}>{t.codesHint}</p>
      <Button disabled={!lines.trim()} loading={load.isPending} onClick={() => load.mutate(lines.split('\n'))}>
        {t.codesImport}
      </Button>
    </>
  );
}

export function StockPanel({ item, isLocked }: { item: MallItem; isLocked: boolean }) {
  return (
    <Panel title={t.stockTitle}>
      <div className={styles.figures}>
        <Figure size="small" label={t.stock} value={formatCount(item.stockLeft)} />
        <Figure size="small" label={t.redeemed} value={formatCount(item.redeemed)} />
        <Figure size="small" label={t.waiting} value={formatCount(item.waiting)} />
      </div>
      {isLocked ? null : item.kind === 'code' ? <ImportCodes id={item.id} /> : <ChangeStock id={item.id} />}
    </Panel>
  );
}
