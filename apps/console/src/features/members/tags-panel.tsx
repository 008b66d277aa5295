import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import type { MemberDetail } from '../../shared/api/types';
import { showDay } from '../../shared/format/time';
import { useTags } from '../../shared/lookups/lookups';
import { useMay } from '../../shared/session/session';
import { plainReason } from '../../shared/text/names';
import { Panel } from '../../shared/ui/panel';
import { Pill } from '../../shared/ui/pill';
import { useAction } from '../../shared/ui/use-action';
import { addTag, memberKey, removeTag } from './api';
import styles from './member.module.css';
import { t } from './strings';

function AddTag({ member }: { member: MemberDetail }) {
  const [isOpen, setOpen] = useState(false);
  const tags = useTags();
  const refresh = [memberKey(member.memberId)];
  const add = useAction((code: string) => addTag(member.memberId, code), { said: t.tagAdded, refresh });
  if (!isOpen)
    return (
      <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t.addTag}
      </Button>
    );
  const free = (tags.data?.items ?? []).filter(
    (tag) => tag.kind === 'manual' && !member.tags.some((own) => own.code === tag.code),
  );
  return (
    <Select
      autoFocus
      defaultOpen
      size="small"
      style={{ width: 140 }}
      placeholder={t.addTag}
      loading={tags.isLoading || add.isPending}
      options={free.map((tag) => ({ value: tag.code, label: tag.name }))}
      onSelect={(code: string) => {
        add.mutate(code);
        setOpen(false);
      }}
      onBlur={() => setOpen(false)}
    />
  );
}

/** Tags with the reason each one is there. Only tags set by hand can be taken away by hand. */
export function TagsPanel({ member }: { member: MemberDetail }) {
  const may = useMay();
  const tags = useTags();
  const remove = useAction((code: string) => removeTag(member.memberId, code), {
    said: t.tagRemoved,
    refresh: [memberKey(member.memberId)],
  });
  const canWrite = may('tagging.write');
  const isManual = (code: string) => tags.data?.items.find((tag) => tag.code === code)?.kind === 'manual';
  return (
    <Panel title={t.tags} extra={canWrite ? <AddTag member={member} /> : null}>
      {member.tags.length === 0 ? <span className={styles.soft}>{t.tagsEmpty}</span> : null}
      {member.tags.map((tag) => (
        <div key={tag.code} className={styles.tagLine}>
          <Pill tone="brand">{tag.name}</Pill>
          <span className={styles.tagWhy}>{t.tagWhy(plainReason(tag.why), showDay(tag.since))}</span>
          {canWrite && isManual(tag.code) ? (
            <Popconfirm title={`${t.removeTag}「${tag.name}」？`} onConfirm={() => remove.mutate(tag.code)}>
              <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t.removeTag} />
            </Popconfirm>
          ) : null}
        </div>
      ))}
    </Panel>
  );
}
