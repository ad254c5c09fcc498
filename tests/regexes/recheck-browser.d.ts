declare module 'recheck/lib/browser.js' {
  import type { checkSync } from 'recheck';

  const analyser: { readonly checkSync: typeof checkSync };
  export default analyser;
}
