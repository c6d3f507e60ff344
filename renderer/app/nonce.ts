/**
 * The nonce of this page's content security policy, as the host wrote it into index.html.
 * Mantine and CodeMirror put their rules into `<style>` elements, which the policy admits with this nonce alone.
 */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
