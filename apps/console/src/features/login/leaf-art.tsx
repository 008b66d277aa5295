import styles from './login.module.css';

/** The house's own drawing: tea leaves on a hillside. */
export function LeafArt() {
  return (
    <svg className={styles.art} viewBox="0 0 720 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="720" height="900" fill="#21503b" />
      <circle cx="560" cy="190" r="84" fill="#f1d9a8" opacity="0.9" />
      <path d="M0 560c140-90 250-60 370-20s220 20 350-60v420H0z" fill="#2b6249" />
      <path d="M0 660c160-70 260-30 390 0s220 0 330-50v290H0z" fill="#357558" />
      <path d="M0 760c170-50 290-10 400 6s220-10 320-40v174H0z" fill="#418768" />
      {[0, 1, 2, 3, 4, 5, 6].map((row) => (
        <path
          key={row}
          d={`M${-40 + row * 20} ${700 + row * 34}c140-46 270-24 400-4s230-4 ${400 - row * 10}-44`}
          fill="none"
          stroke="#a9d2b7"
          strokeOpacity={0.22}
          strokeWidth="3"
        />
      ))}
      <g fill="#8cc3a0">
        <path d="M470 520c70-90 170-110 250-100-30 90-120 150-250 100z" opacity="0.9" />
        <path d="M476 528c10-110 80-190 170-230 20 110-40 200-170 230z" opacity="0.6" />
        <path d="M480 530c60 40 150 50 230 10-60-60-150-70-230-10z" opacity="0.75" />
      </g>
    </svg>
  );
}
