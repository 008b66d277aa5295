import {
  LogoutOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  MoonOutlined,
  SettingOutlined,
  SunOutlined,
} from '@ant-design/icons';
import { AutoComplete, Button, Dropdown, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { client } from '../shared/api/client';
import { keepSession, useMay, useSession } from '../shared/session/session';
import { roleName } from '../shared/text/common';
import { useAppearance } from '../shared/theme/theme-provider';
import { Person } from '../shared/ui/person';
import styles from './layout.module.css';
import { t } from './strings';

function GlobalSearch() {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const may = useMay();
  const wanted = text.trim();
  const options = wanted
    ? [
        { value: 'members', label: t.searchMembers(wanted), needs: 'members.read' },
        { value: 'purchases', label: t.searchPurchases(wanted), needs: 'purchases.read' },
      ].filter(({ needs }) => may(needs))
    : [];
  const go = (where: string) => {
    if (!wanted) return;
    navigate(`/${where}?q=${encodeURIComponent(wanted)}`);
    setText('');
  };
  return (
    <AutoComplete
      className={styles.search}
      value={text}
      options={options.map(({ value, label }) => ({ value, label }))}
      defaultActiveFirstOption
      onSearch={setText}
      onSelect={(where: string) => go(where)}
    >
      <Input.Search placeholder={t.searchPlaceholder} aria-label={t.searchPlaceholder} allowClear />
    </AutoComplete>
  );
}

function AccountMenu() {
  const session = useSession();
  const navigate = useNavigate();
  const logOut = async () => {
    await client.delete('/api/console/session').catch(() => undefined);
    keepSession(null);
    // A full load: nothing that was fetched for this person stays in memory for the next one.
    window.location.replace(`${import.meta.env.BASE_URL}login`);
  };
  if (!session) return null;
  const items = [
    { key: 'account', icon: <SettingOutlined />, label: t.account, onClick: () => navigate('/account') },
    { type: 'divider' as const },
    { key: 'leave', icon: <LogoutOutlined />, label: t.logOut, onClick: () => void logOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" className={styles.account}>
        <Person name={session.staff.name} note={roleName(session.staff.role)} size={30} />
      </Button>
    </Dropdown>
  );
}

export function HeaderBar({ collapsed, onCollapse }: { collapsed: boolean; onCollapse: () => void }) {
  const { mode, toggle } = useAppearance();
  return (
    <div className={styles.header}>
      <Button
        type="text"
        icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        aria-label={collapsed ? t.expand : t.collapse}
        onClick={onCollapse}
      />
      <GlobalSearch />
      <span className={styles.stretch} />
      <Button
        type="text"
        icon={mode === 'dark' ? <SunOutlined /> : <MoonOutlined />}
        aria-label={mode === 'dark' ? t.toLight : t.toDark}
        title={mode === 'dark' ? t.toLight : t.toDark}
        onClick={toggle}
      />
      <AccountMenu />
    </div>
  );
}
