/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // addresses under /s, /set-up and /welcome are secrets: not even `next dev` may print them
  logging: { incomingRequests: false },
  // forbidden(): a page that a role does not reach answers 403 and says so
  experimental: { authInterrupts: true },
  // `npm run check` checks the types of everything, tests included; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino', 'better-auth', 'pdfmake', 'write-excel-file'],
};

export default config;
