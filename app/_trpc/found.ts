import { TRPCError } from '@trpc/server';
import { forbidden, notFound, redirect } from 'next/navigation';
import { signInAddress } from './server.ts';

/**
 * Waits for what a page reads. What does not exist, or not for this person, becomes the page that says so; a session that
 * has ended leads to the sign-in and back.
 */
export async function found<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const code = error instanceof TRPCError ? error.code : null;
    if (code === 'NOT_FOUND') notFound();
    if (code === 'FORBIDDEN') forbidden();
    if (code === 'UNAUTHORIZED') redirect(await signInAddress());
    throw error;
  }
}
