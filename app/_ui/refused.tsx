import { Notice } from './notice.tsx';

/** Why it was refused, read out when it appears; nothing where it was not. */
export function Refused({ children }: { children: string | null | undefined }) {
  if (!children) return null;
  return (
    <Notice tone="broken" live>
      {children}
    </Notice>
  );
}
