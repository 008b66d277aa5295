import { App, Button } from 'antd';
import type { CodeBatch } from '../../shared/api/types';
import { download } from '../../shared/format/csv';
import { useMay } from '../../shared/session/session';
import { useAction } from '../../shared/ui/use-action';
import { batchesKey, cancelBatch, endBatch, exportCodes } from './api';
import { t } from './strings';

const canLeave = ({ state }: CodeBatch): boolean => state === 'ready' || state === 'over' || state === 'ended';

export function BatchActions({ batch, onOpen }: { batch: CodeBatch; onOpen: () => void }) {
  const { modal } = App.useApp();
  const may = useMay();
  const refresh = [batchesKey(batch.templateId)];
  const stop = useAction(() => cancelBatch(batch.batchId), { said: t.stopped, refresh });
  const end = useAction(() => endBatch(batch.batchId), { said: t.ended, refresh });
  const save = useAction(() => exportCodes(batch.batchId), {
    said: t.exported,
    onDone: (text) => download(`${batch.name}.csv`, text.replace(/^\uFEFF/, '')),
  });
  const ask = (title: string, content: string, okText: string, onOk: () => void) =>
    modal.confirm({ title, content, okText, okButtonProps: { danger: true }, onOk });
  const isMade = batch.state === 'ready' || batch.state === 'over';
  const isBeingMade = batch.state === 'waiting' || batch.state === 'running';
  return (
    <>
      <Button type="link" size="small" onClick={onOpen}>
        {t.details}
      </Button>
      {canLeave(batch) && may('coupons.export') ? (
        <Button type="link" size="small" loading={save.isPending} onClick={() => save.mutate()}>
          {t.export}
        </Button>
      ) : null}
      {isMade && may('coupons.write') ? (
        <Button type="link" size="small" danger onClick={() => ask(t.endAsk, t.endNote, t.end, () => end.mutate())}>
          {t.end}
        </Button>
      ) : null}
      {isBeingMade && may('coupons.write') ? (
        <Button type="link" size="small" danger onClick={() => ask(t.stopAsk, t.stopNote, t.stop, () => stop.mutate())}>
          {t.stop}
        </Button>
      ) : null}
    </>
  );
}
