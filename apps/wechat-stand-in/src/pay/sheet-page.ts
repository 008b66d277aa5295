import type { Order } from './orders';
import { SHEET_SCRIPT } from './sheet-script';
import { SHEET_STYLE } from './sheet-style';

/** The pay sheet of the h5 build: what is paid, to whom, and two ways out. Or why it does not open. */
export const sheetPage = (asked: { readonly order: Order } | { readonly why: string }): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>微信支付（替身）</title>
<link rel="icon" href="data:,">
<style>${SHEET_STYLE}</style>
</head>
<body>
<main>
  <p class="badge">微信支付替身 · 不会真的扣款</p>
  ${'order' in asked ? orderCard(asked.order) : whyCard(asked.why)}
</main>
<script>${SHEET_SCRIPT}</script>
</body>
</html>
`;

const orderCard = (order: Order): string => `<section class="sheet">
    <h1>${escapeHtml(order.description)}</h1>
    <p class="amount" aria-label="金额"><span>¥</span>${yuan(order.amountFen)}</p>
    <dl><dt>支付方式</dt><dd>零钱</dd><dt>商户单号</dt><dd class="number">${escapeHtml(order.paymentNo)}</dd></dl>
    <p class="wrong" id="wrong" role="alert" hidden></p>
    <button type="button" class="pay" id="approve">确认支付</button>
    <button type="button" class="not" id="cancel">取消</button>
  </section>`;

const whyCard = (why: string): string => `<section class="sheet">
    <h1>无法支付</h1>
    <p class="wrong" role="alert">${escapeHtml(why)}</p>
    <button type="button" class="not" id="cancel">返回</button>
  </section>`;

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
