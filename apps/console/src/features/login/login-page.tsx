import { Navigate, useNavigate, useSearchParams } from 'react-router-dom';
import { useSession } from '../../shared/session/session';
import { brand } from '../../shared/theme/tokens';
import { LeafArt } from './leaf-art';
import styles from './login.module.css';
import { LoginForm } from './login-form';
import { t } from './strings';

/** Only an address inside the console may be returned to. */
const safeTarget = (from: string | null): string => (from && /^\/(?![/\\])/.test(from) ? from : '/');

export function LoginPage() {
  const session = useSession();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const target = safeTarget(params.get('from'));
  if (session) return <Navigate to={target} replace />;
  return (
    <main className={styles.page}>
      <section className={styles.story}>
        <LeafArt />
        <div className={styles.storyWords}>
          <img src={`${import.meta.env.BASE_URL}logo.svg`} alt="" width={44} height={44} />
          <h2>{brand.name}</h2>
          <p>{brand.slogan}</p>
          <ul>
            {t.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
      </section>
      <section className={styles.side}>
        <div className={styles.box}>
          <h1>{t.title}</h1>
          <p className={styles.lead}>{t.lead}</p>
          <LoginForm onDone={() => navigate(target, { replace: true })} />
        </div>
        <footer className={styles.foot}>
          {brand.product} · {brand.title}
        </footer>
      </section>
    </main>
  );
}
