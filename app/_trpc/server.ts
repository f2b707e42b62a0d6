import { headers } from 'next/headers';
import { cache } from 'react';
import { contextFor, makeContext } from '#server/make-context.ts';
import { appRouter } from '#server/router.ts';
import { createCallerFactory } from '#server/trpc.ts';

const makeCaller = createCallerFactory(appRouter);

/** Who asks, once a request, however many components want to know. */
const context = cache(async () => makeContext(await headers()));

/** The typed caller that pages read through, as the person who is signed in. */
export const api = cache(async () => makeCaller(await context()));

/** Whether somebody is signed in at all; a page without a session sends the visitor to /sign-in. */
export async function isSignedIn(): Promise<boolean> {
  return (await context()).actor.kind === 'person';
}

/** The same caller for pages that must not know who looks at them: no cookie is read and no session touched. */
export const anonymousApi = () => makeCaller(contextFor({ kind: 'anonymous' }));

/** Where somebody signs in to come back to the page they asked for. */
export async function signInAddress(): Promise<string> {
  const path = (await headers()).get('x-plumbline-path');
  return path === null || path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`;
}
