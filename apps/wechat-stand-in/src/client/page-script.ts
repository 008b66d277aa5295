/** Keeps the choice in the browser and goes back to where one came from. Plain script: the page is built by no tool. */
export const PAGE_SCRIPT = `
(function () {
  var KEY = 'wechat-stand-in.person';
  var back = new URLSearchParams(location.search).get('return');
  var status = document.getElementById('status');
  var people = document.getElementById('people');
  if (back) document.getElementById('lead').textContent = '请选一位来扮演，选好后会回到刚才的页面。';

  function address(id) {
    try {
      var url = new URL(back);
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
      url.searchParams.set('person', id);
      return url.toString();
    } catch (error) { return null; }
  }
  function mark(id) {
    people.querySelectorAll('.person').forEach(function (one) {
      one.setAttribute('aria-pressed', String(one.dataset.person === id));
    });
  }
  function choose(id, name) {
    localStorage.setItem(KEY, id);
    document.cookie = 'wechat_stand_in_person=' + id + ';path=/;max-age=31536000;samesite=lax';
    mark(id);
    var next = back && address(id);
    status.hidden = false;
    status.textContent = next ? '你现在是「' + name + '」，正在返回…' : '你现在是「' + name + '」。';
    if (next) location.href = next;
  }
  var kept = localStorage.getItem(KEY);
  if (kept) mark(kept);
  people.addEventListener('click', function (event) {
    var one = event.target.closest('.person');
    if (one) choose(one.dataset.person, one.dataset.name);
  });
  document.getElementById('add').addEventListener('submit', function (event) {
    event.preventDefault();
    var form = new FormData(event.target);
    var wrong = document.getElementById('wrong');
    fetch('/stand-in/people', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nickname: form.get('nickname'), phone: form.get('phone') })
    }).then(function (answer) {
      return answer.json().then(function (body) {
        if (!answer.ok) throw new Error(body.errMsg);
        choose(body.personId, body.nickname);
        if (!back) location.reload();
      });
    }).catch(function (error) {
      wrong.hidden = false;
      wrong.textContent = error.message || '没有添加成功，请再试一次';
    });
  });
})();
`;
