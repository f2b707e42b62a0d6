/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // addresses under /s, /set-up and /welcome are secrets: not even `next dev` may print them
  logging: { incomingRequests: false },
  experimental: {
    // forbidden(): a page that a role does not reach answers 403 and says so
    authInterrupts: true,
    // a page is loaded when it is first asked for: an idle Plumbline holds only what somebody uses
    preloadEntriesOnStart: false,
  },
  // `npm run check` checks the types of everything, tests included; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino', 'better-auth', 'pdfmake', 'write-excel-file', 'highs'],
};

export default config;
