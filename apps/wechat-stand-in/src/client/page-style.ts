export const PAGE_STYLE = `
:root{--paper:#f4f5f3;--card:#fff;--ink:#1b1f1d;--soft:#5f6763;--line:#e3e6e3;--accent:#0b8f55;--accent-soft:#e4f5ec;--wrong:#b3392f}
@media (prefers-color-scheme:dark){:root{--paper:#121513;--card:#1c201e;--ink:#eef1ef;--soft:#a3aca7;--line:#2d3330;--accent:#3ecf8a;--accent-soft:#16372a;--wrong:#ff8a7d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 -apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;-webkit-text-size-adjust:100%}
main{max-width:480px;margin:0 auto;padding:24px 16px calc(32px + env(safe-area-inset-bottom))}
.badge{display:inline-block;margin:0 0 12px;padding:2px 10px;border-radius:99px;background:var(--accent-soft);color:var(--accent);font-size:12px}
h1{margin:0;font-size:26px;line-height:1.3;letter-spacing:.01em}
.lead{margin:8px 0 20px;color:var(--soft);font-size:15px}
.status{margin:0 0 16px;padding:10px 14px;border-radius:12px;background:var(--accent-soft);color:var(--accent);font-size:14px}
.people{display:grid;gap:10px;margin:0;padding:0;list-style:none}
.person{display:flex;align-items:center;gap:14px;width:100%;min-height:76px;padding:12px 14px;border:1px solid var(--line);border-radius:16px;background:var(--card);color:inherit;font:inherit;text-align:left;cursor:pointer;transition:border-color .15s,transform .1s}
.person:hover{border-color:var(--accent)}
.person:active{transform:scale(.985)}
.person:focus-visible,.add button:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.face{flex:none;width:52px;height:52px;border-radius:14px;overflow:hidden}
.face svg{display:block;width:100%;height:100%}
.words{display:grid;flex:1;min-width:0}
.words strong{font-size:17px;font-weight:600}
.note{overflow:hidden;color:var(--soft);font-size:13px;text-overflow:ellipsis;white-space:nowrap}
.phone{color:var(--soft);font-size:12px;font-variant-numeric:tabular-nums}
.tick{flex:none;width:22px;height:22px;border:2px solid var(--line);border-radius:50%}
.person[aria-pressed=true]{border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}
.person[aria-pressed=true] .tick{border-color:var(--accent);background:radial-gradient(circle,var(--accent) 0 5px,transparent 5.6px)}
.add{margin-top:16px;border:1px dashed var(--line);border-radius:16px;background:transparent}
summary{padding:14px;color:var(--accent);font-size:15px;cursor:pointer;border-radius:16px}
form{display:grid;gap:12px;padding:0 14px 14px}
label{display:grid;gap:4px;color:var(--soft);font-size:13px}
input{width:100%;min-height:44px;padding:8px 12px;border:1px solid var(--line);border-radius:10px;background:var(--card);color:var(--ink);font:inherit}
input:focus{border-color:var(--accent);outline:none}
.add button{min-height:46px;border:0;border-radius:12px;background:var(--accent);color:#fff;font:inherit;font-weight:600;cursor:pointer}
@media (prefers-color-scheme:dark){.add button{color:#06281a}}
.wrong{margin:0;color:var(--wrong);font-size:13px}
footer{margin-top:20px;color:var(--soft);font-size:12px;text-align:center}
[hidden]{display:none}
@media (prefers-reduced-motion:reduce){.person{transition:none}.person:active{transform:none}}
`;
