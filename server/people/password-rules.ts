export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

/** Why a password will not do, in a sentence for the person, or null. */
export function passwordProblem(password: string, email: string): string | null {
  if (password.length < PASSWORD_MIN)
    return `A password has at least ${PASSWORD_MIN} characters. Four unrelated words do well.`;
  if (password.length > PASSWORD_MAX) return `A password has at most ${PASSWORD_MAX} characters.`;
  const plain = password.toLowerCase();
  const [name = ''] = email.toLowerCase().split('@');
  if (plain === email.toLowerCase() || plain.replaceAll(name, '').length < 4)
    return 'The password must not be your e-mail address.';
  if (new Set(plain).size < 5) return 'The password repeats itself too much.';
  return null;
}
