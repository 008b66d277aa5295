import { Form, Input, InputNumber, Select } from 'antd';
import type { RuleFacts } from '../../../shared/api/types';
import { common } from '../../../shared/text/common';
import styles from '../rules.module.css';
import { t } from '../strings';
import type { EffectProps } from './points-effects';

const e = t.effect;
const find = { optionFilterProp: 'label' } as const;

/** A coupon of the rule that can no longer be chosen is still shown by its id. */
const withOwn = (options: { value: string; label: string }[], own: string) =>
  own === '' || options.some(({ value }) => value === own) ? options : [...options, { value: own, label: own }];

export function GivenCoupon({ effect, onChange, choices }: EffectProps<'coupon'> & { choices: RuleFacts['choices'] }) {
  return (
    <div className={styles.pair}>
      <Form.Item label={e.coupon} required>
        <Select
          aria-label={e.coupon}
          showSearch={find}
          placeholder={common.choose}
          value={effect.templateId || undefined}
          onChange={(templateId: string) => onChange({ ...effect, templateId })}
          options={withOwn(choices.coupons, effect.templateId)}
        />
      </Form.Item>
      <Form.Item label={e.count} required>
        <InputNumber
          aria-label={e.count}
          min={1}
          max={20}
          precision={0}
          value={effect.count}
          onChange={(count) => onChange({ ...effect, count })}
          style={{ width: '100%' }}
        />
      </Form.Item>
    </div>
  );
}

export function GivenTag({ effect, onChange, choices }: EffectProps<'tag'> & { choices: RuleFacts['choices'] }) {
  return (
    <Form.Item label={e.tag} required>
      <Select
        aria-label={e.tag}
        showSearch={find}
        placeholder={common.choose}
        value={effect.tagCode || undefined}
        onChange={(tagCode: string) => onChange({ ...effect, tagCode })}
        options={withOwn(choices.tags, effect.tagCode)}
      />
    </Form.Item>
  );
}

export function GivenMessage({ effect, onChange }: EffectProps<'message'>) {
  return (
    <>
      <Form.Item label={e.messageTitle} required>
        <Input
          aria-label={e.messageTitle}
          maxLength={40}
          value={effect.title}
          onChange={(event) => onChange({ ...effect, title: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={e.messageText} required>
        <Input.TextArea
          aria-label={e.messageText}
          maxLength={300}
          showCount
          rows={3}
          value={effect.text}
          onChange={(event) => onChange({ ...effect, text: event.target.value })}
        />
      </Form.Item>
    </>
  );
}
