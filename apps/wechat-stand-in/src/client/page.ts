import type { Person } from '../world/people';
import { PAGE_SCRIPT } from './page-script';
import { PAGE_STYLE } from './page-style';

/** The page on which one picks which WeChat person one is. */
export const pageOfPeople = (people: readonly Person[], chosenId: string | null): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>选择微信身份</title>
<link rel="icon" href="data:,">
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
  <header>
    <p class="badge">微信替身 · 仅供本机演示与测试</p>
    <h1>你是哪位微信用户？</h1>
    <p class="lead" id="lead">在真机上，微信自己知道你是谁。在浏览器里，请选一位来扮演。</p>
  </header>
  <p class="status" id="status" role="status" hidden></p>
  <ul class="people" id="people">
${people.map((person) => card(person, person.personId === chosenId)).join('\n')}
  </ul>
  <details class="add">
    <summary>添加一位新朋友</summary>
    <form id="add">
      <label>昵称<input name="nickname" maxlength="32" autocomplete="off" placeholder="例如：小江" required></label>
      <label>手机号<input name="phone" inputmode="numeric" pattern="1[0-9]{10}" maxlength="11" autocomplete="off" placeholder="11 位手机号" required></label>
      <p class="wrong" id="wrong" role="alert" hidden></p>
      <button type="submit">添加并使用</button>
    </form>
  </details>
  <footer>选择会保存在这个浏览器里，可随时回到本页更换。</footer>
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;

const card = (person: Person, chosen: boolean): string => `    <li>
      <button type="button" class="person" data-person="${escapeHtml(person.personId)}" data-name="${escapeHtml(person.nickname)}" aria-pressed="${chosen}">
        <span class="face">${person.avatarSvg}</span>
        <span class="words">
          <strong>${escapeHtml(person.nickname)}</strong>
          <span class="note">${escapeHtml(person.note)}</span>
          <span class="phone">${escapeHtml(spaced(person.phone))}</span>
        </span>
        <span class="tick" aria-hidden="true"></span>
      </button>
    </li>`;

const spaced = (phone: string): string => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark);
