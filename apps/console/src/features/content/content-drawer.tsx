import { useQuery } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Descriptions, Divider, Drawer, Popconfirm, Space, Timeline } from 'antd';
import { useState } from 'react';
import type { ContentDetail } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { dayjs, showExact, showWall, wallText } from '../../shared/format/time';
import { common } from '../../shared/text/common';
import { doerName } from '../../shared/text/names';
import { Allowed } from '../../shared/ui/allowed';
import { Figure } from '../../shared/ui/figure';
import { QueryView } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { When } from '../../shared/ui/when';
import {
  cancelContent,
  contentItemKey,
  contentKey,
  moveContent,
  pauseContent,
  readContent,
  resumeContent,
} from './api';
import styles from './content.module.css';
import { PhonePreview } from './phone-preview';
import { linkNames, stateNames, t } from './strings';

const d = t.detail;

function Facts({ content }: { content: ContentDetail }) {
  const link = content.link ? `${linkNames[content.link.kind]} · ${content.link.title}` : d.none;
  return (
    <Descriptions
      column={1}
      size="small"
      items={[
        { key: 'at', label: d.at, children: showWall(content.plannedLocal) },
        { key: 'done', label: d.publishedAt, children: showExact(content.publishedAt) || '—' },
        {
          key: 'misfire',
          label: d.misfire,
          children:
            content.misfire === 'late' ? `${t.fields.late}${d.late(content.maxLatenessMinutes)}` : t.fields.skip,
        },
        { key: 'link', label: d.link, children: link },
      ]}
    />
  );
}

function Engagement({ content }: { content: ContentDetail }) {
  if (content.state !== 'done') return null;
  return (
    <>
      <Divider titlePlacement="start" plain>
        {d.engagement}
      </Divider>
      <div className={styles.engagement}>
        <Figure size="small" label={d.likes} value={formatCount(content.engagement.likes)} />
        <Figure size="small" label={d.comments} value={formatCount(content.engagement.comments)} />
      </div>
    </>
  );
}

function Move({ content }: { content: ContentDetail }) {
  const [wall, setWall] = useState(dayjs(content.plannedLocal));
  const refresh = [contentKey, contentItemKey(content.contentId)];
  const move = useAction((plannedLocal: string) => moveContent(content.contentId, plannedLocal), {
    said: (_, plannedLocal) => t.moved(showWall(plannedLocal)),
    refresh,
  });
  return (
    <Space.Compact>
      <DatePicker
        showTime={{ format: 'HH:mm' }}
        format="MM-DD HH:mm"
        allowClear={false}
        value={wall}
        onChange={(value) => value && setWall(value)}
      />
      <Button
        loading={move.isPending}
        disabled={wallText(wall) === content.plannedLocal.slice(0, 16)}
        onClick={() => move.mutate(wallText(wall))}
      >
        {d.move}
      </Button>
    </Space.Compact>
  );
}

/** A paused item stays in the calendar and is not published. */
function Pause({ content }: { content: ContentDetail }) {
  const toggle = useAction(
    () => (content.paused ? resumeContent(content.contentId) : pauseContent(content.contentId)),
    { said: content.paused ? d.resumed : d.paused, refresh: [contentKey, contentItemKey(content.contentId)] },
  );
  return (
    <Button loading={toggle.isPending} onClick={() => toggle.mutate()}>
      {content.paused ? d.resume : d.pause}
    </Button>
  );
}

function Actions({ content, onEdit }: { content: ContentDetail; onEdit: (content: ContentDetail) => void }) {
  const cancel = useAction(() => cancelContent(content.contentId), {
    said: d.cancelled,
    refresh: [contentKey, contentItemKey(content.contentId)],
  });
  if (content.state !== 'planned' && content.state !== 'failed') return null;
  return (
    <Allowed to="content.write">
      <div className={styles.actions}>
        <Button type="primary" onClick={() => onEdit(content)}>
          {d.edit}
        </Button>
        {content.state === 'planned' ? (
          <>
            <Move content={content} />
            <Pause content={content} />
            <Popconfirm title={d.cancelConfirm} onConfirm={() => cancel.mutate()}>
              <Button danger loading={cancel.isPending}>
                {d.cancel}
              </Button>
            </Popconfirm>
          </>
        ) : null}
      </div>
    </Allowed>
  );
}

function Detail({ content, onEdit }: { content: ContentDetail; onEdit: (content: ContentDetail) => void }) {
  return (
    <>
      <Actions content={content} onEdit={onEdit} />
      {content.paused ? <Alert type="warning" showIcon title={d.paused} /> : null}
      {content.clockChange ? <Alert type="info" showIcon title={d.clockChange} /> : null}
      {content.failure ? (
        <Alert type="error" showIcon title={d.failure} description={`${content.failure}。${d.failureHint}`} />
      ) : null}
      <div className={styles.detail}>
        <PhonePreview draft={content} engagement={content.engagement} />
        <div>
          <Facts content={content} />
          <Engagement content={content} />
          <Divider titlePlacement="start" plain>
            {d.history}
          </Divider>
          <Timeline
            items={content.history.map((entry, index) => ({
              key: `${entry.at}-${index}`,
              content: (
                <>
                  <div>{entry.what}</div>
                  <div className={styles.faint}>
                    <When at={entry.at} /> · {d.by(doerName(entry.by))}
                  </div>
                </>
              ),
            }))}
          />
        </div>
      </div>
    </>
  );
}

interface ContentDrawerProps {
  contentId: string | null;
  onClose: () => void;
  onEdit: (content: ContentDetail) => void;
}

export function ContentDrawer({ contentId, onClose, onEdit }: ContentDrawerProps) {
  const query = useQuery({
    queryKey: contentItemKey(contentId ?? ''),
    queryFn: () => readContent(contentId ?? ''),
    enabled: contentId !== null,
  });
  const content = query.data;
  return (
    <Drawer
      open={contentId !== null}
      size={720}
      title={content ? content.title || t.untitled : common.nothing}
      extra={
        content ? (
          <span className={styles.state} data-state={content.state}>
            {stateNames[content.state]}
          </span>
        ) : null
      }
      onClose={onClose}
    >
      {contentId ? (
        <QueryView query={query}>{(loaded) => <Detail content={loaded} onEdit={onEdit} />}</QueryView>
      ) : null}
    </Drawer>
  );
}
