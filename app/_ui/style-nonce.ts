/**
 * Radix locks the page behind a dialog by a style element of its own, which our content policy admits only with the nonce of
 * this page. `__webpack_nonce__` is where its helper (get-nonce) looks for it.
 */
if (typeof document !== 'undefined') {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  Object.assign(globalThis, { __webpack_nonce__: nonce });
}
