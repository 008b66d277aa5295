import { Layout, Menu, Spin } from 'antd';
import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router-dom';
import { useMay, useSession } from '../shared/session/session';
import { brand } from '../shared/theme/tokens';
import { HeaderBar } from './header-bar';
import styles from './layout.module.css';
import { groupKeys, menuFor } from './menu';
import { t } from './strings';

const NARROW = '(max-width: 1180px)';

/** Below 1180 px the menu folds to icons by itself; the button still opens it. */
const useFolding = (): [boolean, () => void] => {
  const [folded, setFolded] = useState(() => window.matchMedia(NARROW).matches);
  useEffect(() => {
    const query = window.matchMedia(NARROW);
    const follow = () => setFolded(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return [folded, () => setFolded((now) => !now)];
};

/** The menu is longer than most windows: the place where one is stays in sight, also after a reload. */
const useSelectedInSight = (selected: string) => {
  const menu = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu marks another item when another one is selected.
  useEffect(() => {
    menu.current?.querySelector('.ant-menu-item-selected')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return menu;
};

function Brand({ folded }: { folded: boolean }) {
  return (
    <div className={styles.brand}>
      <img src={`${import.meta.env.BASE_URL}logo.svg`} alt="" width={30} height={30} />
      {folded ? null : (
        <span className={styles.brandWords}>
          <b>{brand.name}</b>
          <small>
            {brand.product} {brand.title}
          </small>
        </span>
      )}
    </div>
  );
}

export function ConsoleLayout() {
  const session = useSession();
  const may = useMay();
  const location = useLocation();
  const navigate = useNavigate();
  const [folded, fold] = useFolding();
  const permissions = session?.staff.permissions.join(',') ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu depends on what one may, not on the function.
  const items = useMemo(() => menuFor(may), [permissions]);
  const selected = `/${location.pathname.split('/')[1] ?? ''}`;
  const menu = useSelectedInSight(selected);
  if (!session) {
    const from = location.pathname === '/' ? '' : `?from=${encodeURIComponent(location.pathname + location.search)}`;
    return <Navigate to={`/login${from}`} replace />;
  }
  if (session.staff.mustChangePassword && location.pathname !== '/account') return <Navigate to="/account" replace />;
  return (
    <Layout hasSider className={styles.whole}>
      <a className={styles.skip} href="#main">
        {t.skip}
      </a>
      <Layout.Sider width={212} collapsedWidth={64} collapsed={folded} trigger={null} className={styles.sider}>
        <Brand folded={folded} />
        <nav ref={menu} aria-label={t.menu} className={styles.nav}>
          <Menu
            mode="inline"
            inlineIndent={26}
            items={items}
            selectedKeys={[selected]}
            defaultOpenKeys={folded ? [] : groupKeys}
            onClick={({ key }) => navigate(key)}
          />
        </nav>
      </Layout.Sider>
      <Layout className={styles.right}>
        <Layout.Header className={styles.headerBar}>
          <HeaderBar collapsed={folded} onCollapse={fold} />
        </Layout.Header>
        <Layout.Content className={styles.content} id="main">
          <Suspense fallback={<Spin className={styles.spin} size="large" />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}
