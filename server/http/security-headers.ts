import { randomBytes } from 'node:crypto';

type Page = { path: string; nonce: string; dev: boolean; https: boolean };

export const makeNonce = (): string => randomBytes(16).toString('base64');

/** Scripts run only with the nonce of this answer; nothing comes from another site, and nobody may frame us. */
export function contentSecurityPolicy({ nonce, dev, https }: Omit<Page, 'path'>): string {
  const directives = [
    `default-src 'self'`,
    // React's development build evaluates source maps
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    // Recharts and Radix place things by style attributes
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    `frame-ancestors 'none'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `object-src 'none'`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ];
  return directives.join('; ');
}

/** Addresses that carry a secret; they must not reach anybody as a referrer. */
const SECRET_ADDRESS = /^\/(s|set-up|welcome|(api\/v1\/)?unsubscribe)\//;

/** The headers of every answer, pages and doors alike. */
export function securityHeaders(page: Page): Record<string, string> {
  const secret = SECRET_ADDRESS.test(page.path);
  return {
    'content-security-policy': contentSecurityPolicy(page),
    'referrer-policy': secret ? 'no-referrer' : 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    ...(secret ? { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } : {}),
    ...(page.https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
