/** Which kind of door a request came to, for logs and counters: never which platform, page or person. */
export type RouteClass = 'page' | 'trpc' | 'api' | 'sign-in' | 'file' | 'health' | 'metrics';

/** Pages whose address is a secret, and what a respondent's page asks for on the way. */
const UNSEEN =
  /^\/(s|set-up|welcome|(api\/v1\/)?unsubscribe)(\/|$)|^\/_next\/|^\/api\/trpc\/[^?]*(surveys\.(form|submit)|notices\.end)/;
const CLASSES: readonly [RegExp, RouteClass][] = [
  [/^\/api\/trpc\//, 'trpc'],
  [/^\/api\/(v1|mcp)(\/|$)/, 'api'],
  [/^\/api\/auth\//, 'sign-in'],
  [/^\/api\/health\//, 'health'],
  [/^\/api\//, 'file'],
  [/^\/metrics$/, 'metrics'],
];

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** null: such a request is neither logged nor counted, nor does it get a number. */
export function routeClass(path: string): RouteClass | null {
  if (UNSEEN.test(path) || UNSEEN.test(decoded(path))) return null;
  return CLASSES.find(([pattern]) => pattern.test(path))?.[1] ?? 'page';
}
