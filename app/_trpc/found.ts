import { TRPCError } from '@trpc/server';
import { notFound } from 'next/navigation';

/** Waits for what a page reads; what does not exist, or not for this person, becomes the page that says so. */
export async function found<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
}
