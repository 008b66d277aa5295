import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ContentDetail, ContentState } from '../../shared/api/types';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { useUrlState } from '../../shared/ui/use-url-state';
import styles from './content.module.css';
import { ContentCalendar } from './content-calendar';
import { ContentDrawer } from './content-drawer';
import { ContentEditor, type EditTarget } from './content-editor';
import { stateNames, t } from './strings';

/** One colour per state, explained above the calendar. */
function Legend() {
  return (
    <div className={styles.legend}>
      {(Object.keys(stateNames) as ContentState[]).map((state) => (
        <span key={state} data-state={state} className={styles.legendItem}>
          <i />
          {stateNames[state]}
        </span>
      ))}
    </div>
  );
}

const defaults = { view: 'dayGridMonth', date: '', open: '' };

export function ContentPage() {
  const [state, patch] = useUrlState(defaults);
  const [editing, edit] = useState<EditTarget | null>(null);
  const editExisting = (content: ContentDetail) => {
    patch({ open: '' });
    edit({ kind: 'existing', content });
  };
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Allowed to="content.write">
          <Button type="primary" icon={<PlusOutlined />} onClick={() => edit({ kind: 'new', at: null })}>
            {t.create}
          </Button>
        </Allowed>
      }
    >
      <Legend />
      <ContentCalendar
        view={state.view}
        date={state.date}
        onNavigate={patch}
        onOpen={(contentId) => patch({ open: contentId })}
        onCreate={(at) => edit({ kind: 'new', at })}
      />
      <ContentDrawer contentId={state.open || null} onClose={() => patch({ open: '' })} onEdit={editExisting} />
      {editing ? <ContentEditor target={editing} onClose={() => edit(null)} /> : null}
    </Page>
  );
}
