/** Sends the decision and goes back with `?pay=ok` or `?pay=cancel`; inside another page it tells that page instead. */
export const SHEET_SCRIPT = `
(function () {
  var query = new URLSearchParams(location.search);
  var approve = document.getElementById('approve');
  var cancel = document.getElementById('cancel');
  var wrong = document.getElementById('wrong');

  function leave(result, errMsg) {
    if (window.parent !== window) window.parent.postMessage({ kind: 'wechat-pay', result: result, errMsg: errMsg }, '*');
    try {
      var url = new URL(query.get('return'));
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return;
      url.searchParams.set('pay', result);
      location.href = url.toString();
    } catch (error) { /* Nobody waits for an answer. */ }
  }
  function post(path) {
    var fields = {};
    query.forEach(function (value, name) { fields[name] = value; });
    return fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields)
    }).then(function (answer) {
      return answer.json().then(function (body) {
        if (!answer.ok) throw new Error(body.errMsg);
        return body.errMsg;
      });
    });
  }
  if (approve) approve.addEventListener('click', function () {
    approve.disabled = true;
    post('/stand-in/pay/approve').then(function (errMsg) { leave('ok', errMsg); }).catch(function (error) {
      approve.disabled = false;
      wrong.hidden = false;
      wrong.textContent = error.message || '没有支付成功，请再试一次';
    });
  });
  cancel.addEventListener('click', function () {
    post('/stand-in/pay/cancel').then(function (errMsg) { leave('cancel', errMsg); });
  });
})();
`;
