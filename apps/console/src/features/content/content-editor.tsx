import { Button, DatePicker, Drawer, Form, Input, InputNumber, Radio } from 'antd';
import type { ContentDetail, ContentDraft, ContentLink } from '../../shared/api/types';
import { brandNow, type Dayjs, dayjs, wallText } from '../../shared/format/time';
import { common } from '../../shared/text/common';
import { brand } from '../../shared/theme/tokens';
import { useAction } from '../../shared/ui/use-action';
import { contentItemKey, contentKey, createContent, reviseContent } from './api';
import styles from './content.module.css';
import { LinkFields } from './link-fields';
import { PhonePreview } from './phone-preview';
import { t } from './strings';

export type EditTarget = { kind: 'new'; at: string | null } | { kind: 'existing'; content: ContentDetail };

interface EditorForm {
  title: string;
  text: string;
  at: Dayjs;
  misfire: 'late' | 'skip';
  pictures: string;
  link: ContentLink | null;
  maxLatenessMinutes: number | null;
}

const f = t.fields;
const needed = { required: true, message: common.required };
const urls = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const firstValues = (target: EditTarget): Partial<EditorForm> => {
  if (target.kind === 'existing') {
    const { content } = target;
    return {
      title: content.title,
      text: content.text,
      at: dayjs(content.plannedLocal),
      misfire: content.misfire,
      pictures: content.pictureUrls.join('\n'),
      link: content.link,
      maxLatenessMinutes: content.maxLatenessMinutes,
    };
  }
  const soon = dayjs(brandNow().add(1, 'hour').minute(0).format('YYYY-MM-DDTHH:mm'));
  const wanted = target.at ? dayjs(target.at) : soon;
  return {
    at: wanted.isBefore(soon.subtract(1, 'hour')) ? soon : wanted,
    misfire: 'late',
    link: null,
    maxLatenessMinutes: 120,
  };
};

const draftOf = (values: Partial<EditorForm>): ContentDraft => ({
  title: values.title?.trim() ?? '',
  text: values.text?.trim() ?? '',
  pictureUrls: urls(values.pictures),
  link: values.link?.id ? values.link : null,
  plannedLocal: values.at ? wallText(values.at) : '',
  zone: brand.zone,
  misfire: values.misfire ?? 'late',
  maxLatenessMinutes: values.misfire === 'skip' ? null : (values.maxLatenessMinutes ?? null),
});

const isFuture = async (_: unknown, at: Dayjs | null) => {
  if (at && wallText(at) <= brandNow().format('YYYY-MM-DDTHH:mm')) throw new Error(t.pastWrong);
};

const arePictures = async (_: unknown, text: string | undefined) => {
  const lines = urls(text);
  if (lines.length > 9) throw new Error(t.tooMany);
  if (lines.some((line) => !/^(https?:\/\/|\/)/.test(line))) throw new Error(t.urlWrong);
};

function Fields({ isLate }: { isLate: boolean }) {
  return (
    <>
      <Form.Item name="title" label={f.title} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={40} showCount placeholder={f.titlePlaceholder} />
      </Form.Item>
      <Form.Item name="text" label={f.text} className={styles.counted} rules={[{ ...needed, whitespace: true }]}>
        <Input.TextArea rows={7} maxLength={1000} showCount placeholder={f.textPlaceholder} />
      </Form.Item>
      <Form.Item name="at" label={f.at} rules={[needed, { validator: isFuture }]}>
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="misfire" label={f.misfire} extra={f.misfireHint}>
        <Radio.Group
          optionType="button"
          options={[
            { value: 'late', label: f.late },
            { value: 'skip', label: f.skip },
          ]}
        />
      </Form.Item>
      {isLate ? (
        <Form.Item name="maxLatenessMinutes" label={f.lateness} rules={[needed]}>
          <InputNumber min={1} max={10_080} precision={0} suffix={f.minutes} style={{ width: 180 }} />
        </Form.Item>
      ) : null}
      <Form.Item name="link" label={f.linkKind}>
        <LinkFields />
      </Form.Item>
      <Form.Item name="pictures" label={f.pictures} extra={f.picturesHint} rules={[{ validator: arePictures }]}>
        <Input.TextArea rows={2} />
      </Form.Item>
    </>
  );
}

export function ContentEditor({ target, onClose }: { target: EditTarget; onClose: () => void }) {
  const [form] = Form.useForm<EditorForm>();
  const values = Form.useWatch([], form) as Partial<EditorForm> | undefined;
  const isNew = target.kind === 'new';
  const save = useAction(
    (draft: ContentDraft) =>
      target.kind === 'new'
        ? createContent(draft)
        : reviseContent(target.content.contentId, { ...draft, version: target.content.version }),
    {
      said: isNew ? t.scheduled : t.saved,
      refresh: target.kind === 'existing' ? [contentKey, contentItemKey(target.content.contentId)] : [contentKey],
      onDone: onClose,
    },
  );
  return (
    <Drawer
      open
      size={820}
      title={isNew ? t.newTitle : t.editTitle}
      onClose={onClose}
      extra={
        <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
          {isNew ? t.schedule : t.save}
        </Button>
      }
    >
      <div className={styles.editor}>
        <Form<EditorForm>
          form={form}
          layout="vertical"
          initialValues={firstValues(target)}
          onFinish={(finished) => save.mutate(draftOf(finished))}
        >
          <Fields isLate={(values?.misfire ?? 'late') === 'late'} />
        </Form>
        <PhonePreview draft={draftOf(values ?? firstValues(target))} />
      </div>
    </Drawer>
  );
}
