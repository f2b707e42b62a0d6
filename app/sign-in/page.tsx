import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getText } from '../_messages/get-text.ts';
import { isSignedIn } from '../_trpc/server.ts';
import { Door } from './door.tsx';
import { SignInForm } from './sign-in-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('signIn.title') };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const t = await getText();
  const next = ownAddress((await searchParams).next);
  if (await isSignedIn()) redirect(next);
  return (
    <Door title={t('signIn.title')}>
      <SignInForm next={next} />
      <p className="mt-8 text-xs text-muted">{t('signIn.noAccount')}</p>
    </Door>
  );
}

/** Only an address of this house; anything else could lead a visitor away. */
function ownAddress(next: string | string[] | undefined): string {
  return typeof next === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) ? next : '/';
}
