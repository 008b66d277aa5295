import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Page } from '../../shared/ui/page';
import { QueryView } from '../../shared/ui/states';
import { readTiers, type TierList, type TierPlan } from './api';
import { type Design, designOf, isComplete, nextTier, planOf } from './draft';
import { PreviewPanel } from './preview-panel';
import { SaveDialog } from './save-dialog';
import { SettingsFields } from './settings-fields';
import { t } from './strings';
import { TierFields } from './tier-fields';
import styles from './tiers.module.css';

const TYPING_MS = 400;
const MOST_TIERS = 10;

/** The plan a moment after the last key: what the preview asks for. */
const usePlan = (design: Partial<Design> | undefined): TierPlan | null => {
  const [plan, setPlan] = useState<TierPlan | null>(null);
  useEffect(() => {
    if (!isComplete(design)) return;
    const timer = setTimeout(() => setPlan(planOf(design)), TYPING_MS);
    return () => clearTimeout(timer);
  }, [design]);
  return plan;
};

function Designer({ current, isSaving, onClose }: { current: TierList; isSaving: boolean; onClose: () => void }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Design>();
  const design = Form.useWatch([], form) as Partial<Design> | undefined;
  const plan = usePlan(design);
  const [checked, setChecked] = useState<TierPlan | null>(null);
  const membersOf = (code: string | undefined) => current.items.find((tier) => tier.code === code)?.members ?? null;
  const basis = design?.basis ?? current.settings.basis;
  useEffect(() => {
    if (!isSaving) return;
    form
      .validateFields()
      .then((values) => setChecked(planOf({ ...designOf(current), ...values })))
      .catch(() => onClose());
  }, [isSaving, form, current, onClose]);
  return (
    <Form<Design> form={form} layout="vertical" initialValues={designOf(current)} className={styles.design}>
      <div className={styles.drafts}>
        <SettingsFields design={design ?? {}} basisNow={current.settings.basis} />
        <Form.List name="tiers">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field, i) => (
                <TierFields
                  key={field.key}
                  index={field.name}
                  draft={design?.tiers?.[i]}
                  lower={design?.tiers?.[i - 1]}
                  basis={basis}
                  members={membersOf(design?.tiers?.[i]?.code)}
                  onRemove={i === 0 ? null : () => remove(field.name)}
                />
              ))}
              <Button
                type="dashed"
                icon={<PlusOutlined />}
                disabled={fields.length >= MOST_TIERS}
                onClick={() => add(nextTier(design?.tiers ?? []))}
              >
                {fields.length >= MOST_TIERS ? t.most : t.addTier}
              </Button>
            </>
          )}
        </Form.List>
      </div>
      <aside className={styles.aside}>
        <PreviewPanel plan={plan} />
      </aside>
      {isSaving && checked ? (
        <SaveDialog
          plan={checked}
          current={current}
          onClose={() => {
            setChecked(null);
            onClose();
          }}
          onSaved={() => navigate(t.back)}
        />
      ) : null}
    </Form>
  );
}

export function TierDesignPage() {
  // Not the look-up that screens share: what is saved must be what is there now.
  const query = useQuery({ queryKey: ['tier-design'], queryFn: readTiers, gcTime: 0, refetchOnWindowFocus: false });
  const [isSaving, setSaving] = useState(false);
  return (
    <Page
      title={t.designTitle}
      lead={t.designLead}
      back={t.back}
      actions={
        <Button type="primary" disabled={!query.data} onClick={() => setSaving(true)}>
          {t.save}
        </Button>
      }
    >
      <QueryView query={query}>
        {(current) => <Designer current={current} isSaving={isSaving} onClose={() => setSaving(false)} />}
      </QueryView>
    </Page>
  );
}
