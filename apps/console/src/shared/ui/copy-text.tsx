import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { common } from '../text/common';

/** Copies; where the browser forbids it (plain http), it says so. */
export function CopyButton({ text, label = common.copy }: { text: string; label?: string }) {
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      message.success(common.copied);
    } catch {
      message.warning(common.copyFailed);
    }
  };
  return (
    <Button icon={<CopyOutlined />} onClick={() => void copy()}>
      {label}
    </Button>
  );
}
