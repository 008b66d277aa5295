export const SHEET_STYLE = `
:root{--paper:#ededed;--card:#fff;--ink:#191919;--soft:#6b6b6b;--line:#e5e5e5;--accent:#07a050;--wrong:#b3392f}
@media (prefers-color-scheme:dark){:root{--paper:#111;--card:#1e1e1e;--ink:#ececec;--soft:#a0a0a0;--line:#333;--accent:#3ecf8a;--wrong:#ff8a7d}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--paper);color:var(--ink);font:16px/1.55 -apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
main{display:grid;align-content:end;gap:16px;max-width:480px;min-height:100vh;margin:0 auto;padding:24px 16px calc(24px + env(safe-area-inset-bottom))}
.badge{justify-self:center;margin:0;padding:2px 12px;border-radius:99px;background:var(--card);color:var(--soft);font-size:12px}
.sheet{display:grid;gap:12px;padding:28px 20px 20px;border-radius:18px;background:var(--card)}
h1{margin:0;font-size:17px;font-weight:500;text-align:center;overflow-wrap:anywhere}
.amount{margin:0 0 8px;font-size:42px;font-weight:600;line-height:1.2;text-align:center;font-variant-numeric:tabular-nums}
.amount span{margin-right:2px;font-size:26px}
dl{display:grid;grid-template-columns:auto 1fr;gap:10px 16px;margin:0 0 8px;padding:14px 0;border:solid var(--line);border-width:1px 0;font-size:14px}
dt{color:var(--soft)}
dd{margin:0;text-align:right}
.number{font-size:12px;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
button{min-height:48px;border:0;border-radius:12px;font:inherit;font-weight:600;cursor:pointer}
button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
button:disabled{opacity:.6}
.pay{background:var(--accent);color:#fff}
.not{background:transparent;color:var(--soft)}
.wrong{margin:0;color:var(--wrong);font-size:14px;text-align:center}
@media (prefers-color-scheme:dark){.pay{color:#06281a}}
[hidden]{display:none}
`;
