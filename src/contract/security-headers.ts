/**
 * Sent with every file of the window, by the local server as by the app:// protocol.
 *
 * Nothing is loaded from elsewhere, nothing inline runs, no string becomes script or markup. Two policies for trusted
 * types are let through: Svelte's own for its templates, and ours, which makes the addresses of our workers and of
 * nothing else (src/renderer/worker/spawn.ts).
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html jiaokan-worker',
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** The type of each kind of file that the window is built of. What is not named here is not served. */
export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  // The sample book is fetched as bytes and decoded by the engine: no charset is promised here.
  '.txt': 'text/plain',
  '.woff2': 'font/woff2',
}
