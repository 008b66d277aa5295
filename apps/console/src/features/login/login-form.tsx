import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../shared/api/client';
import { ApiError, messageOf } from '../../shared/api/errors';
import { keepSession } from '../../shared/session/session';
import styles from './login.module.css';
import { t } from './strings';

interface Credentials {
  login: string;
  password: string;
}

/** Seconds that remain until `until`, counted down on the screen. */
const useCountdown = (until: number | null): number => {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!until) return;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [until]);
  return left;
};

function Trouble({ error, waitSeconds }: { error: unknown; waitSeconds: number }) {
  if (!error) return null;
  if (error instanceof ApiError && error.code === 'TooManyTries') {
    if (waitSeconds === 0) return null;
    const text = t.minutes(Math.floor(waitSeconds / 60), waitSeconds % 60);
    return <Alert type="warning" showIcon title={t.tooMany} description={t.waitFor(text)} />;
  }
  const isWrong = error instanceof ApiError && error.status === 401;
  const left = error instanceof ApiError ? Number(error.details.triesLeft ?? Number.NaN) : Number.NaN;
  const hint = Number.isNaN(left) ? t.limit : t.triesLeft(left);
  return (
    <Alert
      type="error"
      showIcon
      title={isWrong ? t.wrong : messageOf(error)}
      description={isWrong ? hint : undefined}
    />
  );
}

export function LoginForm({ onDone }: { onDone: () => void }) {
  const [blockedUntil, setBlockedUntil] = useState<number | null>(null);
  const waitSeconds = useCountdown(blockedUntil);
  const logIn = useMutation({
    mutationFn: (credentials: Credentials) => client.post('/api/console/session', { body: credentials }),
    onSuccess: (session) => {
      keepSession({ tokens: session.tokens, staff: session.staff });
      onDone();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'TooManyTries')
        setBlockedUntil(Date.now() + Number(error.details.retryAfterSeconds ?? 60) * 1000);
    },
  });
  return (
    <Form<Credentials> layout="vertical" requiredMark={false} size="large" onFinish={(values) => logIn.mutate(values)}>
      <Form.Item name="login" label={t.login} rules={[{ required: true, whitespace: true, message: t.loginNeeded }]}>
        <Input prefix={<UserOutlined />} autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={t.password} rules={[{ required: true, message: t.passwordNeeded }]}>
        <Input.Password prefix={<LockOutlined />} autoComplete="current-password" />
      </Form.Item>
      <div className={styles.trouble} aria-live="polite">
        <Trouble error={logIn.error} waitSeconds={waitSeconds} />
      </div>
      <Button type="primary" htmlType="submit" block loading={logIn.isPending} disabled={waitSeconds > 0}>
        {t.submit}
      </Button>
      <p className={styles.forgotten}>{t.forgotten}</p>
    </Form>
  );
}
