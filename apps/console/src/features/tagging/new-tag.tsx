import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { tagsKey } from '../../shared/lookups/lookups';
import { common } from '../../shared/text/common';
import { useAction } from '../../shared/ui/use-action';
import { createTag } from './api';
import { t } from './strings';

interface TagForm {
  code: string;
  name: string;
  description?: string;
}

const needed = { required: true, whitespace: true, message: common.required };

/** A tag that people set by hand, on the page of a member. */
export function NewTag() {
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<TagForm>();
  const create = useAction(createTag, { said: t.tagCreated, refresh: [tagsKey], onDone: () => setOpen(false) });
  return (
    <>
      <Button icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t.newTag}
      </Button>
      <Modal
        open={isOpen}
        destroyOnHidden
        title={t.newTag}
        okText={common.save}
        confirmLoading={create.isPending}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
      >
        <Form<TagForm>
          form={form}
          layout="vertical"
          preserve={false}
          onFinish={({ code, name, description }) => create.mutate({ code, name, description: description ?? '' })}
        >
          <Form.Item name="name" label={t.tag} rules={[needed]}>
            <Input maxLength={24} />
          </Form.Item>
          <Form.Item
            name="code"
            label={t.tagCode}
            extra={t.tagCodeHint}
            rules={[needed, { pattern: /^[a-z][a-z0-9-]{1,31}$/, message: t.tagCodeHint }]}
          >
            <Input maxLength={32} />
          </Form.Item>
          <Form.Item name="description" label={t.description}>
            <Input.TextArea rows={2} maxLength={200} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
