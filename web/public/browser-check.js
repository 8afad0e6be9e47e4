/* A browser may know modules and still lack what the screens need: ask for each, and say so once. */
(function () {
  var css = window.CSS && CSS.supports;
  var fine =
    css &&
    CSS.supports('selector(:has(a))') &&
    CSS.supports('container-type: inline-size') &&
    typeof HTMLDialogElement === 'function' &&
    typeof Array.prototype.at === 'function' &&
    typeof structuredClone === 'function' &&
    window.crypto &&
    typeof crypto.getRandomValues === 'function';
  if (fine || !('noModule' in HTMLScriptElement.prototype)) return;
  var script = document.createElement('script');
  script.src = '/too-old.js';
  document.head.appendChild(script);
})();
